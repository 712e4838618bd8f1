using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Tests.Law;

/// <summary>Rules of law as rows: active and verified, unless a test says otherwise.</summary>
internal static class RuleRows
{
    /// <summary>A cap of 5 % of each payment in Nevada.</summary>
    public static Guid AddCap(this Site site, string key, params (string Column, object? Value)[] other) =>
        site.AddRule(
            key,
            JurisdictionRuleKindChoice.RetainageCap,
            [(JurisdictionRuleTable.Rate, 0.05m), (JurisdictionRuleTable.CapBase, new OptionSetValue(CapBaseChoice.EachPayment)), .. other]
        );

    /// <summary>A rule about clauses of payment in Nevada.</summary>
    public static Guid AddClause(this Site site, string key, int effect, params (string Column, object? Value)[] other) =>
        site.AddRule(key, JurisdictionRuleKindChoice.PaymentClause, [(JurisdictionRuleTable.ClauseEffect, new OptionSetValue(effect)), .. other]);

    private static Guid AddRule(this Site site, string key, int kind, (string Column, object? Value)[] other)
    {
        var id = site.Add(
            JurisdictionRuleTable.LogicalName,
            (JurisdictionRuleTable.Key, key),
            (JurisdictionRuleTable.Jurisdiction, "US-NV"),
            (JurisdictionRuleTable.JurisdictionRuleKind, new OptionSetValue(kind)),
            (JurisdictionRuleTable.Statute, "NRS 624.609"),
            (JurisdictionRuleTable.Source, "read in a test"),
            (JurisdictionRuleTable.Verified, true),
            (JurisdictionRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
        );
        foreach (var (column, value) in other)
        {
            site.Dataverse.Row(JurisdictionRuleTable.LogicalName, id)[column] = value;
        }

        return id;
    }
}
