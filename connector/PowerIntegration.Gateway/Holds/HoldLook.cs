namespace PowerIntegration.Gateway.Holds;

/// <summary>What the target system shows of a document's payment holds.</summary>
/// <param name="ReadBack">The holds, as a JSON list that the recording reads.</param>
/// <param name="Answers">What the system answered to the releases, to be kept; null where nothing was released.</param>
/// <param name="Remark">Why a release did not take effect, or null.</param>
internal sealed record HoldLook(string ReadBack, string? Answers, string? Remark);
