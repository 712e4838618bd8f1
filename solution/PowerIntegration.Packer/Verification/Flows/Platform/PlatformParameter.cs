using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Platform;

/// <summary>A parameter of an operation of Microsoft.</summary>
/// <param name="Name">Its flat name, such as body/messageBody.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="IsRequired">True where a call must give it.</param>
internal sealed record PlatformParameter(string Name, ValueShape Shape, bool IsRequired = false);
