using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;

namespace PowerIntegration.Tool.Coverage;

/// <summary>The proof of a project of an environment.</summary>
/// <param name="Environment">Key of the environment.</param>
/// <param name="Name">Name of the project.</param>
/// <param name="Mapping">What it was proved with.</param>
/// <param name="Span">First and last day.</param>
/// <param name="Report">The proof.</param>
internal sealed record ProvedProject(string Environment, string Name, WbsMapping Mapping, CoverageSpan Span, CoverageReport Report)
{
    /// <summary>True where there are codes and each of them has one coding on each date: without codes nothing was proved.</summary>
    public bool IsCovered => Report is { Codes: > 0, Faults: 0 };

    /// <summary>What was not checked, or is missing, in sentences; empty where nothing is.</summary>
    public IReadOnlyList<string> Notes =>
        [
            .. Mapping.Catalog is null
                ? ["Expenditure types and organizations were not read yet, so no coding was checked against them. Refresh the structures."]
                : Array.Empty<string>(),
            .. Report.Codes == 0 ? ["Nothing was proved. Refresh the structures, or check the project in Procore."] : Array.Empty<string>(),
        ];
}
