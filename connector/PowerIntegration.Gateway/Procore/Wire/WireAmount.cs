using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>
/// An amount as Procore wrote it: a decimal string on some resources, a number on others, kept as text until its field is known.
/// </summary>
/// <param name="Text">The text, or null where Procore sent null. The default value is a missing amount.</param>
[JsonConverter(typeof(WireAmountConverter))]
internal readonly record struct WireAmount(string? Text);
