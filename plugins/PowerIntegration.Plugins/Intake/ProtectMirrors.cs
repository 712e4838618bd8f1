using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Keeps what the gateway read from Oracle and Procore, and which Oracle period, Oracle task or Procore code a row is: mapping rules and accounting
/// dates point at these rows, so another number under the same row would decide where cost goes. What may be open or chargeable is entered by people
/// until it is read from Oracle.
/// </summary>
[ProtectedTable(OraclePeriodTable.LogicalName, Refreshable = [OraclePeriodTable.CutOff])]
[ProtectedTable(OracleTaskTable.LogicalName)]
[ProtectedTable(ProcoreWbsCodeTable.LogicalName)]
[ProtectedTable(OracleExpenditureTypeTable.LogicalName)]
[ProtectedTable(OracleOrganizationTable.LogicalName)]
[ProtectedTable(TransactionControlTable.LogicalName)]
public sealed class ProtectMirrors : PluginShell
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        OraclePeriodTable.Id,
        OraclePeriodTable.CutOff,
        OraclePeriodTable.PayablesOpen,
        OraclePeriodTable.LedgerOpen,
        OraclePeriodTable.ProjectsOpen,
        OracleTaskTable.Id,
        OracleTaskTable.Chargeable,
        OracleTaskTable.LowestLevel,
        OracleTaskTable.StartDate,
        OracleTaskTable.FinishDate,
    };

    private protected override void Run(PluginCall call)
    {
        var table = call.Context.PrimaryEntityName;
        var isEntered = table is OraclePeriodTable.LogicalName or OracleTaskTable.LogicalName;
        string[] columns = call.Context.MessageName == "Update" ? [.. call.Input<Entity>("Target").Attributes.Keys] : [call.Context.MessageName];
        var refusal = InboxProtection.MirrorChanges(
            Labels.Of(table),
            table == ProcoreWbsCodeTable.LogicalName ? "Procore" : "Oracle",
            [.. columns.Where(column => column != table + "id" && !(isEntered && Free.Contains(column))).Select(column => Labels.Of(table, column))],
            IsGateway(call)
        );
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }

    // Whoever assigns roles could give the gateway's role to another application; two people say which one is the gateway.
    private static bool IsGateway(PluginCall call) =>
        call.ApplicationId != Guid.Empty
        && Rows.All(call.SystemService(), Rows.Of(EnvironmentTable.LogicalName, RegisteredGateway.Columns))
            .Any(row => RegisteredGateway.Read(new RowView(row)).ApplicationId == call.ApplicationId);
}
