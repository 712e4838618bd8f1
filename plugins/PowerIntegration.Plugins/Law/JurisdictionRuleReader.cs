using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Law;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Law;

/// <summary>Active rules of one place and its country: one request.</summary>
internal static class JurisdictionRuleReader
{
    /// <summary>Reads the rules; a row that cannot be used, or two that overlap, refuse all of them.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="jurisdiction">ISO 3166 code of the place, <c>US-IL</c>; the rules of <c>US</c> are read with it.</param>
    public static JurisdictionRules Read(IOrganizationService service, string jurisdiction) => Read(service, [jurisdiction]);

    /// <summary>Reads the rules of several places and their countries, in the same one request.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="jurisdictions">ISO 3166 codes of the places; at least one.</param>
    public static JurisdictionRules Read(IOrganizationService service, IEnumerable<string> jurisdictions)
    {
        var found = new RefusalList();
        var rules = new List<JurisdictionRule>();
        foreach (var entity in Rows.All(service, Query(jurisdictions.SelectMany(RuleSelection.Places).Distinct(StringComparer.Ordinal))))
        {
            var row = new JurisdictionRuleRow(new RowView(entity), entity.Id);
            var reading = row.Unknown is null ? JurisdictionRuleReading.Of(row.Definition) : null;
            found.Add(row.Unknown ?? reading!.Refusal);
            rules.AddRange(reading?.Rule is { } rule ? [rule] : []);
        }

        found.Add(RuleOverlap.Of(rules));
        return found.First() is { } refusal ? new JurisdictionRules([], refusal) : new JurisdictionRules(rules, null);
    }

    private static QueryExpression Query(IEnumerable<string> named)
    {
        var query = Rows.Of(JurisdictionRuleTable.LogicalName, JurisdictionRuleRow.Columns);
        query.Criteria.AddCondition(JurisdictionRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var places = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var place in named)
        {
            places.AddCondition(JurisdictionRuleTable.Jurisdiction, ConditionOperator.Equal, place);
        }

        return query;
    }
}
