using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>What is known of the value of an expression.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Skipped">The action that may not have run, so that the value may be null; null where the value is there.</param>
internal sealed record Read(ValueShape Shape, string? Skipped = null)
{
    /// <summary>Nothing is known.</summary>
    public static Read Unknown { get; } = new(ValueShape.Unknown);
}
