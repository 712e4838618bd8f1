using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Rows;

/// <summary>
/// A shipped rule of law says its statute, its source and whether it was verified, has the figures of its kind, and overlaps no other.
/// </summary>
internal static class JurisdictionRuleCheck
{
    private const string Set = "pint_jurisdictionrules";

    private const string Verified = "pint_verified";

    private static readonly string[] Said = ["pint_statute", "pint_source"];

    public static IEnumerable<Finding> Find(ShippedRows rows, IReadOnlyList<UnpackedSolution> solutions)
    {
        ShippedRow[] shipped = [.. rows.Rows.Where(row => row.Set == Set)];
        ShippedRuleReading reading = new(solutions);
        List<JurisdictionRule> rules = [];
        List<Finding> findings = [];
        foreach (ShippedRow row in shipped)
        {
            findings.AddRange(Unsaid(row));
            JurisdictionRuleReading read = JurisdictionRuleReading.Of(reading.Of(row));
            findings.AddRange(read.Refusal is { } refusal ? [row.Says("the rule", refusal.Sentence)] : []);
            rules.AddRange(read.Rule is { } rule ? [rule] : []);
        }

        string file = shipped.Length == 0 ? Set : shipped[0].File;
        return findings.Concat(RuleOverlap.Of(rules).Select(overlap => new Finding(file, "two rules", overlap.Sentence)));
    }

    // The column takes false where it is left out; a rule must say so itself.
    private static IEnumerable<Finding> Unsaid(ShippedRow row) =>
        Said.Where(column => string.IsNullOrWhiteSpace(row.Text(column)))
            .Select(column => row.Says(column, "A rule names it, so that a person can read what the figures rest on."))
            .Concat(
                row.Columns[Verified] is null ? [row.Says(Verified, "A rule says whether its figures were read in the source: true or false.")] : []
            );
}
