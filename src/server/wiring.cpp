// Placeholder so that the room exists while the house is being built.
namespace hearline {}
