using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Law;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Versions;

/// <summary>What a table checks itself before drafts of it become active: whether they can be used, and whether they contradict each other.</summary>
internal static class VersionUse
{
    /// <summary>Problems of drafts that are activated together; empty where they can be used.</summary>
    public static IEnumerable<Refusal> Problems(IOrganizationService service, VersionedTable table, IReadOnlyList<Entity> drafts) =>
        table.LogicalName switch
        {
            CommitmentTermsTable.LogicalName => drafts.Select(Terms).OfType<Refusal>(),
            // Procore may have lost its workflow since the draft was entered.
            OwnershipRuleTable.LogicalName => drafts.Select(draft => ProjectWorkflows.Check(service, new RowView(draft))).OfType<Refusal>(),
            JurisdictionRuleTable.LogicalName => Law(service, table, drafts),
            WbsMappingRuleTable.LogicalName => drafts
                .SelectMany(MappingUse.Problems)
                .Concat(drafts.GroupBy(MappingUse.Scope).SelectMany(scope => Mapping(service, scope.Key, [.. scope]))),
            _ => [],
        };

    // Number and currency of the commitment are not part of the row; what can be used does not depend on them.
    private static Refusal? Terms(Entity row)
    {
        var version = TermsVersionRows.Read(new RowView(row), "", "");
        return version.Problems.Count == 0
            ? null
            : new Refusal(SharedReasons.InputUnusable, $"{TermsSelection.Unusable(version)} Correct the terms before you activate them.");
    }

    private static IEnumerable<Refusal> Law(IOrganizationService service, VersionedTable table, IReadOnlyList<Entity> drafts)
    {
        var replaced = drafts.Select(draft => new RowView(draft).Reference(CommitmentTable.ReplacesId)).ToList();
        var active = drafts
            .Select(draft => new RowView(draft).Text(JurisdictionRuleTable.Jurisdiction))
            .Distinct()
            .SelectMany(place => Active(service, table, place))
            .Where(row => !replaced.Contains(row.Id));
        var rules = new List<JurisdictionRule>();
        foreach (var row in drafts.Concat(active))
        {
            var read = new JurisdictionRuleRow(new RowView(row), row.Id);
            var reading = read.Unknown is null ? JurisdictionRuleReading.Of(read.Definition) : null;
            if ((read.Unknown ?? reading!.Refusal) is { } problem)
            {
                yield return problem;
            }
            else
            {
                rules.Add(reading!.Rule!);
            }
        }

        foreach (var overlap in RuleOverlap.Of(rules))
        {
            yield return new Refusal(VersionReasons.VersionOverlap, overlap.Sentence);
        }
    }

    // Rules of a project outrank those of the company, so only rules of one scope contradict each other.
    private static IEnumerable<Refusal> Mapping(IOrganizationService service, MappingScope scope, IReadOnlyList<Entity> drafts)
    {
        var active = MappingReader.ActiveRules(service, scope.ProjectId, scope.EnvironmentId).Select(row => Remaining(row, drafts));
        return RuleConflicts.Of([.. drafts.Where(MappingUse.IsReadable).Select(Patterns)], [.. active.OfType<WbsMappingRule>()]);
    }

    // What a draft replaces ends the day before the draft begins; until then it applies, and another draft can contradict it.
    private static WbsMappingRule? Remaining(Entity row, IReadOnlyList<Entity> drafts)
    {
        var rule = Patterns(row);
        if (drafts.FirstOrDefault(draft => new RowView(draft).Reference(CommitmentTable.ReplacesId) == row.Id) is not { } next)
        {
            return rule;
        }

        return new RowView(next).Date(WbsMappingRuleTable.ValidFrom) is { } begin && (rule.ValidFrom is not { } first || first < begin)
            ? rule with
            {
                ValidTo = begin.AddDays(-1),
            }
            : null;
    }

    private static WbsMappingRule Patterns(Entity row) => MappingRows.Patterns(new RowView(row));

    private static IEnumerable<Entity> Active(IOrganizationService service, VersionedTable table, string? place)
    {
        var query = Rows.Of(table.LogicalName, table.Columns);
        query.Criteria.AddCondition(JurisdictionRuleTable.Jurisdiction, ConditionOperator.Equal, place ?? "");
        query.Criteria.AddCondition(JurisdictionRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        return Rows.All(service, query);
    }
}
