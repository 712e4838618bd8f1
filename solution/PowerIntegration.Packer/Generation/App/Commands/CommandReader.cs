using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>Reads the commands of a table. What a command names and is not there is written down as a fault.</summary>
/// <param name="model">What may be named.</param>
/// <param name="apis">The custom APIs.</param>
/// <param name="table">The table.</param>
/// <param name="declaration">Its declaration.</param>
internal sealed class CommandReader(
    AppModel model,
    IReadOnlyDictionary<string, DescribedApi> apis,
    DescribedTable table,
    TableDeclaration declaration
)
{
    // The longest first: AppendTo begins as Append does.
    private static readonly string[] Verbs = ["AppendTo", "Append", "Create", "Read", "Write", "Delete"];

    private const string Prefix = "prv";

    /// <summary>The commands, in their order.</summary>
    public IReadOnlyList<CommandPlan> Read()
    {
        foreach (
            (SourceElement command, SourceElement? _) in declaration
                .Commands.GroupBy(pair => pair.Command.Attribute("name"))
                .SelectMany(group => group.Skip(1))
        )
        {
            model.Refuse(command.Says($"{table.Name} has two commands named '{command.Attribute("name")}'. Give one another name."));
        }

        CommandPlan[] plans = [.. declaration.Commands.Select(pair => Plan(pair.Command, pair.Menu)).OfType<CommandPlan>()];
        foreach (
            IGrouping<SourceElement?, CommandPlan> menu in plans
                .Where(plan => plan.Menu is not null)
                .GroupBy(plan => plan.Menu)
                .Where(menu => menu.Select(plan => plan.Privilege).Distinct().Skip(1).Any())
        )
        {
            model.Refuse(
                menu.Key!.Says(
                    "The commands of the menu need different privileges, so that some people would see an empty menu. "
                        + "Put them into menus of their own."
                )
            );
        }

        return plans;
    }

    private CommandPlan? Plan(SourceElement command, SourceElement? menu)
    {
        DescribedApi? api = Api(command);
        if (Privilege(command, api) is not { } privilege)
        {
            return null;
        }

        RequireWork(command, menu);
        CommandPlan plan = new(command, table, privilege)
        {
            Menu = menu,
            Api = api,
            Conditions = [.. command.Below("when").Select(Condition).OfType<CommandCondition>()],
            MenuConditions = menu is null ? [] : [.. menu.Below("when").Select(Condition).OfType<CommandCondition>()],
        };
        if (api is not null)
        {
            new CallCheck(model, plan, api).Find();
        }

        return plan;
    }

    private DescribedApi? Api(SourceElement command)
    {
        string name = command.Attribute("api");
        if (name.Length == 0 || apis.TryGetValue(name, out DescribedApi? api))
        {
            return name.Length == 0 ? null : apis[name];
        }

        model.Refuse(command.Says($"No custom API is named '{name}'. Name one of solution/core/customapis."));
        return null;
    }

    private CommandPrivilege? Privilege(SourceElement command, DescribedApi? api)
    {
        string declared = command.Attribute("privilege");
        if (command.Attribute("api").Length > 0 && declared.Length > 0)
        {
            model.Refuse(command.Says("The privilege is that of the custom API. Remove the attribute 'privilege'."));
            return null;
        }

        if (command.Attribute("api").Length > 0 && api is null)
        {
            return null;
        }

        string name = api?.Privilege ?? declared;
        string verb = Verbs.FirstOrDefault(verb => name.StartsWith(Prefix + verb, StringComparison.Ordinal)) ?? "";
        string owner = name.Length > Prefix.Length + verb.Length ? name[(Prefix.Length + verb.Length)..] : "";
        DescribedTable? found = model.Tables.FirstOrDefault(one => one.Folder == $"Entities/{owner}");
        if (verb.Length > 0 && found is not null)
        {
            return new CommandPrivilege(verb, found.Name);
        }

        model.Refuse(
            command.Says(
                name.Length == 0
                    ? "The command calls no custom API, so it must say who sees it. Add the attribute 'privilege'."
                    : $"'{name}' is not a privilege of a table of solution/core, such as prvWritepint_InboundEvent. Correct it."
            )
        );
        return null;
    }

    // One of five things: a call, a call with answers of a person first, a new record, a change of another row, entries written to the row itself.
    private void RequireWork(SourceElement command, SourceElement? menu)
    {
        bool calls = command.Attribute("api").Length > 0;
        bool writes = command.Below("write").Any();
        int others = command.Below("open").Count() + command.Below("change").Count() + command.Below("write").Count();
        if ((calls ? 1 : 0) + others != 1)
        {
            model.Refuse(
                command.Says(
                    "The command must do one thing: call a custom API ('api'), open a new record ('open'), change a row ('change') or write what a "
                        + "person enters ('write')."
                )
            );
        }

        if (calls && command.Attribute("done").Length == 0)
        {
            model.Refuse(command.Says("The attribute 'done' is missing: which answer says that the custom API did it, such as State=Signed."));
        }

        string[] ofCalls = ["input", "review", "ask", "show"];
        string? stray = command.Element.Elements().Select(part => part.Name.LocalName).FirstOrDefault(ofCalls.Contains);
        if (!calls && stray is not null && !(writes && stray == "ask"))
        {
            model.Refuse(command.Says($"The element '{stray}' belongs to a call of a custom API, and the command calls none. Remove it."));
        }

        if (writes && !command.Below("ask", "field").Any())
        {
            model.Refuse(command.Says("The command writes what a person enters, and asks for nothing. Add the element 'ask' with fields."));
        }

        if (command.Below("ask").Any(ask => ask.Attribute("keep").Length > 0) && menu?.Below("keep").Any() != true)
        {
            model.Refuse(
                command.Says("The form keeps what was decided before, and the menu does not say what that is. Add the element 'keep' to it.")
            );
        }

        bool isMany = command.Attribute("rows") == "many";
        if (isMany && (command.Below("ask").Any() || command.Below("review").Any() || command.Below("open").Any()))
        {
            model.Refuse(command.Says("What a person answers or reviews is about one record. Remove rows=\"many\"."));
        }

        if (command.Below("ask").Any() && command.Below("review").Any())
        {
            model.Refuse(command.Says("A command asks or shows for review, not both. Remove 'ask' or 'review'."));
        }
    }

    private CommandCondition? Condition(SourceElement when)
    {
        if (model.Column(table, Word.Of(when, "column")) is not { } column)
        {
            return null;
        }

        if (!declaration.FormColumns.Contains(column.Name))
        {
            model.Refuse(when.Says($"The form does not show {column.Name}, and a command can only look at what the form shows. Add it to the form."));
        }

        IReadOnlyDictionary<string, string> choices = table.ChoicesOf(column.Name);
        string[] labels = when.Attribute("is").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string label in labels.Where(label => !choices.ContainsKey(label)))
        {
            model.Refuse(
                when.Says(
                    choices.Count == 0
                        ? $"{column.Name} is not a choice. Name a column that is."
                        : $"{column.Name} has no value '{label}'. Write one of {string.Join(", ", choices.Keys)}."
                )
            );
        }

        return new CommandCondition(column.Name, [.. labels.Select(label => choices.GetValueOrDefault(label, "0"))]);
    }
}
