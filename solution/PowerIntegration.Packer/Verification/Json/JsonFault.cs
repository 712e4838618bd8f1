namespace PowerIntegration.Packer.Verification.Json;

/// <summary>One value of a JSON file that is not what its rule expects.</summary>
/// <param name="Place">Names of the members that lead to the value, with slashes between them.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
internal sealed record JsonFault(string Place, string Sentence);
