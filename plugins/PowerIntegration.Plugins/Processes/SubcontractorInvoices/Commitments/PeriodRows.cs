using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>The accounting periods of the business unit that pays a contract.</summary>
internal static class PeriodRows
{
    public static QueryExpression Query(CommitmentSnapshot snapshot)
    {
        var query = Rows.Of(
            OraclePeriodTable.LogicalName,
            [
                OraclePeriodTable.StartDate,
                OraclePeriodTable.EndDate,
                OraclePeriodTable.PayablesOpen,
                OraclePeriodTable.LedgerOpen,
                OraclePeriodTable.ProjectsOpen,
                OraclePeriodTable.CutOff,
            ]
        );
        query.Criteria.AddCondition(
            OraclePeriodTable.PayablesSetupId,
            ConditionOperator.Equal,
            snapshot.Project.RequiredReference(ProjectTable.PayablesSetupId)
        );
        return query;
    }

    public static AccountingPeriod Read(RowView row) =>
        new()
        {
            Start = row.RequiredDate(OraclePeriodTable.StartDate),
            End = row.RequiredDate(OraclePeriodTable.EndDate),
            IsPayablesOpen = row.Flag(OraclePeriodTable.PayablesOpen),
            IsLedgerOpen = row.Flag(OraclePeriodTable.LedgerOpen),
            IsProjectsOpen = row.Flag(OraclePeriodTable.ProjectsOpen),
            IsCutOff = row.Flag(OraclePeriodTable.CutOff),
        };
}
