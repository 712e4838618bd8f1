using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>A draft of a mapping rule of a project, made of what a caller says.</summary>
/// <param name="service">Reads.</param>
/// <param name="project">Row of the project, with its name.</param>
internal sealed class MappingDraft(IOrganizationService service, Entity project)
{
    private const string Any = "*";

    // What the caller says, and the column that it goes to.
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["TaskSegmentCode"] = WbsMappingRuleTable.TaskSegmentCode,
        ["CostCode"] = WbsMappingRuleTable.CostCode,
        ["CostType"] = WbsMappingRuleTable.CostType,
        ["SubJob"] = WbsMappingRuleTable.SubJob,
        ["OtherSegments"] = WbsMappingRuleTable.OtherSegments,
        ["ExpenditureType"] = WbsMappingRuleTable.ExpenditureType,
        ["ExpenditureOrganization"] = WbsMappingRuleTable.ExpenditureOrganization,
    };

    // A rule says of each of these what it takes; what the caller leaves out, it takes whatever it is.
    private static readonly string[] Patterns = [WbsMappingRuleTable.TaskSegmentCode, WbsMappingRuleTable.CostCode, WbsMappingRuleTable.CostType];

    /// <summary>The row.</summary>
    public Entity Row { get; } =
        new(WbsMappingRuleTable.LogicalName) { [WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id) };

    /// <summary>Its name.</summary>
    public string Name => new RowView(Row).Text(WbsMappingRuleTable.Name) ?? "";

    /// <summary>Reads what the caller says.</summary>
    /// <returns>Why there can be no such rule; null where there can.</returns>
    public Refusal? Read(PluginCall call)
    {
        foreach (var text in Texts)
        {
            Row[text.Value] =
                call.OptionalText(text.Key)?.Trim() is { Length: > 0 } value ? value
                : Patterns.Contains(text.Value) ? Any
                : null;
        }

        Row[WbsMappingRuleTable.Name] = NameOf(call.OptionalText("Name"));
        return new RowView(Row).Has(WbsMappingRuleTable.ExpenditureType)
            ? Day(call, "ValidFrom", "first", WbsMappingRuleTable.ValidFrom)
                ?? Day(call, "ValidTo", "last", WbsMappingRuleTable.ValidTo)
                ?? Order()
                ?? Task(call.OptionalText("TaskNumber")?.Trim())
                ?? Replaced(call.OptionalText("Replaces")?.Trim())
                ?? MappingUse.Problems(Row).FirstOrDefault()
            : Unusable("The expenditure type is missing. Choose the Oracle expenditure type of the rule.");
    }

    /// <summary>A draft or active rule that says the same; null where there is none. A call that is repeated enters nothing.</summary>
    public Entity? Same()
    {
        var query = MappingQueries.Rules(project.Id, null, RuleStateChoice.Draft, RuleStateChoice.Active);
        query.ColumnSet.AddColumn(WbsMappingRuleTable.RuleState);
        return Rows.All(service, query).FirstOrDefault(rule => Words(rule) == Words(Row));
    }

    private static string Words(Entity rule)
    {
        var row = new RowView(rule);
        return string.Join(
            "\n",
            Texts
                .Values.Select(row.Text)
                .Concat([
                    row.Reference(WbsMappingRuleTable.OracleTaskId)?.ToString("D"),
                    row.Date(WbsMappingRuleTable.ValidFrom)?.ToString(),
                    row.Date(WbsMappingRuleTable.ValidTo)?.ToString(),
                    row.Choice(WbsMappingRuleTable.OrganizationRule) == OrganizationRuleChoice.UnitOfTheVendorContract ? "unit" : null,
                ])
        );
    }

    // As a rule that was imported is called where no one named it.
    private string NameOf(string? given)
    {
        var row = new RowView(Row);
        var named = new[]
        {
            row.Text(WbsMappingRuleTable.TaskSegmentCode),
            row.Text(WbsMappingRuleTable.CostCode),
            row.Text(WbsMappingRuleTable.CostType),
            row.Text(WbsMappingRuleTable.SubJob),
            row.Text(WbsMappingRuleTable.OtherSegments),
        };
        var words = given?.Trim() is { Length: > 0 } name ? name : string.Join(" / ", named.OfType<string>().Where(code => code != Any));
        return Sentence.Fit(words.Length == 0 ? "Any code" : words, WbsMappingRuleTable.NameLengthMax);
    }

    private Refusal? Day(PluginCall call, string input, string which, string column)
    {
        var text = call.OptionalText(input);
        if (string.IsNullOrEmpty(text))
        {
            return which == "last" ? null : Unusable("The first date is missing. Enter the first date of the rule, such as 2025-10-01.");
        }

        if (!NamedDay.TryRead(text, out var day, out var problem))
        {
            return Unusable($"The {which} date is '{text}', {problem}.");
        }

        Row[column] = day.ToDateTime();
        return null;
    }

    private Refusal? Order()
    {
        var row = new RowView(Row);
        return row.Date(WbsMappingRuleTable.ValidTo) is { } last && row.Date(WbsMappingRuleTable.ValidFrom) is { } first && last < first
            ? Unusable($"The last date {last} is before the first date {first}. Exchange them.")
            : null;
    }

    private Refusal? Task(string? number)
    {
        if (string.IsNullOrEmpty(number))
        {
            return null;
        }

        var query = Rows.Of(OracleTaskTable.LogicalName, [OracleTaskTable.TaskNumber]);
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, project.Id);
        query.Criteria.AddCondition(OracleTaskTable.TaskNumber, ConditionOperator.Equal, number!);
        if (Rows.First(service, query) is not { } task)
        {
            return Unusable($"{new RowView(project).Text(ProjectTable.Name)} has no Oracle task '{number}'. Choose a task of the project.");
        }

        Row[WbsMappingRuleTable.OracleTaskId] = task.ToEntityReference();
        return null;
    }

    // The version that is changed: it ends on the day before the draft begins, once the draft is activated.
    private Refusal? Replaced(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        var query = MappingQueries.Rules(project.Id, null, RuleStateChoice.Active);
        query.Criteria.AddCondition(WbsMappingRuleTable.Key, ConditionOperator.Equal, key!);
        if (Rows.First(service, query) is not { } rule)
        {
            return Unusable(
                $"{new RowView(project).Text(ProjectTable.Name)} has no active mapping rule '{key}'. Choose a rule of the project as the list of its "
                    + "WBS codes names it."
            );
        }

        Row[WbsMappingRuleTable.ReplacesId] = rule.ToEntityReference();
        return null;
    }

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
