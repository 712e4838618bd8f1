using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Starts coverage proofs and shows what became of them. The runs are continued by the operation that continues every run.</summary>
internal sealed class CoverageChecks(IDataverseStore store, EnvironmentPin pin, MappedProjects projects)
{
    private const string Api = "pint_CheckCoverage";

    private static readonly string[] Columns =
    [
        RunTable.RunKind,
        RunTable.EnvironmentId,
        RunTable.RunState,
        RunTable.Message,
        RunTable.Name,
        RunTable.Faults,
        RunTable.Covered,
        RunTable.CatchAll,
        RunTable.Stale,
        RunTable.Ambiguous,
        RunTable.Uncovered,
        RunTable.AmountAtRisk,
    ];

    /// <summary>Starts a proof, or finds the same one that is not finished.</summary>
    public async Task<StartedCoverage> StartAsync(CheckCoverageRequest request, CancellationToken cancellationToken)
    {
        var project = await projects.FindAsync(request.ProjectId, cancellationToken);
        var inputs = new ParameterCollection
        {
            { "ProjectId", project.Id },
            { "FromDate", request.FromDate ?? "" },
            { "ToDate", request.ToDate ?? "" },
        };
        var answer = await store.CallAsync(Api, inputs, cancellationToken);
        return new StartedCoverage(
            ApiText.State<StartState>(answer),
            ApiText.Of(answer, "RunId"),
            ApiText.Of(answer, "ReasonCode"),
            ApiText.Of(answer, "Message") ?? ""
        );
    }

    /// <summary>A proof and what it found so far.</summary>
    /// <exception cref="IntegrationException">No proof of this environment has the ID.</exception>
    public async Task<CoverageResult> FindAsync(Guid runId, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(RunTable.LogicalName, runId, Columns, cancellationToken);
        var run = row is null ? default : new RowView(row);
        if (row is null || run.Choice(RunTable.RunKind) != RunKindChoice.CoverageProof || run.Reference(RunTable.EnvironmentId) != pin.Environment.Id)
        {
            throw new IntegrationException(
                ProblemCatalog.RunUnknown,
                $"Coverage proof {runId:D} does not exist in this environment. Start one with Check coverage."
            );
        }

        return new CoverageResult(
            runId.ToString("D"),
            State(run.Choice(RunTable.RunState)),
            run.Text(RunTable.Message) ?? $"{run.Text(RunTable.Name)}: not finished yet. Ask again in some minutes.",
            run.WholeNumber(RunTable.Faults) ?? 0,
            run.WholeNumber(RunTable.Covered) ?? 0,
            run.WholeNumber(RunTable.CatchAll) ?? 0,
            run.WholeNumber(RunTable.Stale) ?? 0,
            run.WholeNumber(RunTable.Ambiguous) ?? 0,
            run.WholeNumber(RunTable.Uncovered) ?? 0,
            run.Amount(RunTable.AmountAtRisk) ?? 0m
        );
    }

    private static ProofState State(int? state) =>
        state switch
        {
            RunStateChoice.Running => ProofState.Running,
            RunStateChoice.Finished => ProofState.Finished,
            RunStateChoice.Failed => ProofState.Failed,
            _ => ProofState.Waiting,
        };
}
