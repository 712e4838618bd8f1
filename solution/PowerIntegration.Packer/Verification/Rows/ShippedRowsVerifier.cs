using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Rows;

/// <summary>Everything about the rows that ship beside the solutions: that Dataverse will take them, and that a plug-in can use them.</summary>
public static class ShippedRowsVerifier
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="solutions">The solutions whose tables take them.</param>
    public static IReadOnlyList<Finding> Verify(ShippedRows rows, IReadOnlyList<UnpackedSolution> solutions)
    {
        // What is wrong with the solutions is said of them; rows are compared with tables and choices that are in order.
        if (rows.Unreadable.Count > 0 || SolutionVerifier.VerifyForLoading(solutions).Count > 0)
        {
            return rows.Unreadable;
        }

        Finding[] format = [.. ShippedRowCheck.Find(rows, solutions)];
        return format.Length > 0 ? format : [.. JurisdictionRuleCheck.Find(rows, solutions)];
    }
}
