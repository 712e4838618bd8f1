using System.Xml.Linq;

namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>An attribute that an element may have.</summary>
/// <param name="Name">Name, with its case.</param>
/// <param name="Value">What it may hold.</param>
/// <param name="Occurrence">Whether it must be there.</param>
internal sealed record AttributeShape(XName Name, ValueRule Value, Occurrence Occurrence);
