using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>
/// Answers which Oracle coding a code gets on a day. It asks the same functions with the same rows as the custom API <c>pint_ResolveWbs</c>, which
/// people call in the app: the gateway may read these rows anyway, so that it needs no privilege of people.
/// </summary>
internal sealed class CodeResolution(MappedProjects projects, CoverageReading reading)
{
    /// <summary>Resolves.</summary>
    public async Task<ResolvedCode> ResolveAsync(ResolveCodeRequest request, CancellationToken cancellationToken)
    {
        RequestField.Require(("projectId", request.ProjectId), ("asOf", request.AsOf));
        var day = RequestField.Day("asOf", request.AsOf, default);
        var project = await projects.FindAsync(request.ProjectId, cancellationToken);
        var codes = await CodesAsync(request, project, cancellationToken);
        var tasks = await reading.TasksAsync(project.Id, cancellationToken);
        var mapping = await reading.MappingAsync(project, tasks, cancellationToken);
        var resolution = WbsResolution.Of($"Project {mapping.ProjectNumber}", codes, mapping, day);
        return new ResolvedCode(
            resolution.Refusal is null ? ResolutionState.Resolved : ResolutionState.Refused,
            resolution.Refusal?.WireCode,
            resolution.Refusal?.Sentence ?? $"Mapping rule {resolution.Rule!.Key} maps to {resolution.Coding}.",
            resolution.Coding?.TaskNumber,
            resolution.Coding?.ExpenditureType,
            resolution.Coding?.ExpenditureOrganization,
            resolution.Rule?.Key,
            [.. RuleTrail.Of(codes, mapping, day)]
        );
    }

    private async Task<SegmentCodes> CodesAsync(ResolveCodeRequest request, Entity project, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Code))
        {
            return Segments(request);
        }

        if (new[] { request.CostCode, request.CostType, request.SubJob, request.TaskSegmentCode, request.OtherSegments }.Any(HasValue))
        {
            throw Unreadable("The request has a code and segments. Enter one or the other.");
        }

        return (await reading.CodeRowsAsync(project.Id, cancellationToken))
                .Select(row => MappingRows.Used(new RowView(row)))
                .FirstOrDefault(code => code.Key == request.Code.Trim())
                ?.Codes
            ?? throw Unreadable($"code is '{request.Code}', which is not the key of a code in use of the project. Choose it from List WBS codes.");
    }

    private static SegmentCodes Segments(ResolveCodeRequest request) =>
        new(Value(request.TaskSegmentCode), Value(request.CostCode), Value(request.CostType))
        {
            SubJob = Value(request.SubJob),
            Others = CustomSegments.Of(
                SegmentText.Read(Value(request.OtherSegments))
                    ?? throw Unreadable(
                        $"otherSegments is '{request.OtherSegments}', which cannot be read. Write each segment once, such as Area=N-1|Phase=2."
                    )
            ),
        };

    private static bool HasValue(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string? Value(string? text) => HasValue(text) ? text!.Trim() : null;

    private static IntegrationException Unreadable(string sentence) => new(ProblemCatalog.RequestUnreadable, sentence);
}
