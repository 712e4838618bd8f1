namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>A child that an element may have.</summary>
/// <param name="Shape">What the child looks like.</param>
/// <param name="Occurrence">How often it appears.</param>
/// <param name="HasPlace">False where it is not known between which siblings exports write it.</param>
internal sealed record ChildShape(ElementShape Shape, Occurrence Occurrence, bool HasPlace);
