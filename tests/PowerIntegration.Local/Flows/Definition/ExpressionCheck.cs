using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Functions;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>
/// Reads every expression of a flow once, so that a misspelt function, action, variable, loop or parameter is refused before any run.
/// </summary>
internal sealed class ExpressionCheck
{
    private static readonly HashSet<string> ActionFunctions = new(
        ["actions", "outputs", "actionOutputs", "body", "actionBody", "result"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly FlowDefinition flow;
    private readonly HashSet<string> actionNames;
    private readonly HashSet<string> variables;

    private ExpressionCheck(FlowDefinition flow, HashSet<string> actionNames)
    {
        this.flow = flow;
        this.actionNames = actionNames;
        variables = flow.AllActions()
            .OfType<ActionDefinition.InitializeVariable>()
            .Select(action => action.Variable)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Checks a flow.</summary>
    /// <exception cref="FlowDefinitionException">An expression cannot be read or names something that does not exist.</exception>
    public static void Run(FlowDefinition flow, HashSet<string> actionNames)
    {
        var check = new ExpressionCheck(flow, actionNames);
        var header = flow.Trigger.Header;
        check.Texts(header.Name, [.. header.Conditions.Append(header.SplitOn ?? string.Empty).Select(text => JsonValue.Create(text))], []);
        if (flow.Trigger is TriggerDefinition.Webhook webhook)
        {
            check.Texts(header.Name, [webhook.Parameters], []);
        }

        check.Actions(flow.Actions, []);
    }

    private void Actions(IReadOnlyList<ActionDefinition> actions, IReadOnlyList<string> loops)
    {
        foreach (var action in actions)
        {
            IReadOnlyList<string> inner = action is ActionDefinition.Foreach or ActionDefinition.Until ? [.. loops, action.Name] : loops;
            Texts(action.Name, TemplatesOf(action), action is ActionDefinition.Until ? inner : loops);
            if (action is ActionDefinition.ChangeVariable change && !variables.Contains(change.Variable))
            {
                throw Failure(action.Name, $"changes the variable '{change.Variable}', which no action makes");
            }

            foreach (var branch in action.Branches)
            {
                Actions(branch, inner);
            }
        }
    }

    private static IReadOnlyList<JsonNode?> TemplatesOf(ActionDefinition action) =>
        action switch
        {
            ActionDefinition.Compose compose => [compose.Inputs],
            ActionDefinition.InitializeVariable variable => [variable.Value],
            ActionDefinition.ChangeVariable change => [change.Value],
            ActionDefinition.Select select => [select.From, select.Map],
            ActionDefinition.Query query => [query.From, query.Where],
            ActionDefinition.Join join => [join.From, join.JoinWith],
            ActionDefinition.ParseJson parse => [parse.Content],
            ActionDefinition.WaitFor wait => [wait.Count],
            ActionDefinition.WaitUntil wait => [wait.Timestamp],
            ActionDefinition.Terminate terminate => [terminate.RunError],
            ActionDefinition.Connector connector => [connector.Parameters],
            ActionDefinition.If condition => [condition.Expression],
            ActionDefinition.Switch choice => [choice.Expression],
            ActionDefinition.Foreach loop => [loop.Items],
            ActionDefinition.Until loop => [loop.Expression],
            _ => [],
        };

    private void Texts(string owner, IReadOnlyList<JsonNode?> templates, IReadOnlyList<string> loops)
    {
        foreach (var text in templates.SelectMany(AllTexts))
        {
            try
            {
                foreach (var expression in Template.Parse(text).Expressions())
                {
                    Check(owner, expression, loops);
                }
            }
            catch (ExpressionException failure)
            {
                throw new FlowDefinitionException($"{flow.File}: '{owner}': {failure.Message}", failure);
            }
        }
    }

    private static IEnumerable<string> AllTexts(JsonNode? template) =>
        template switch
        {
            JsonObject members => members.SelectMany(member => AllTexts(member.Value).Prepend(member.Key)),
            JsonArray elements => elements.SelectMany(AllTexts),
            _ => Values.TextOrNull(template) is { } text ? [text] : [],
        };

    private void Check(string owner, Expression expression, IReadOnlyList<string> loops)
    {
        switch (expression)
        {
            case Expression.Access access:
                Check(owner, access.Target, loops);
                Check(owner, access.Key, loops);
                break;
            case Expression.Call call:
                _ = KnownFunctions.Table.Find(call.Function);
                CheckName(owner, call, loops);
                foreach (var argument in call.Arguments)
                {
                    Check(owner, argument, loops);
                }

                break;
        }
    }

    private void CheckName(string owner, Expression.Call call, IReadOnlyList<string> loops)
    {
        if (call.Arguments is not [Expression.Literal literal] || Values.TextOrNull(literal.Value) is not { } name)
        {
            return;
        }

        if (ActionFunctions.Contains(call.Function) && !actionNames.Contains(name))
        {
            throw Failure(owner, $"refers to the action '{name}', which does not exist");
        }

        if (call.Function.Equals("variables", StringComparison.OrdinalIgnoreCase) && !variables.Contains(name))
        {
            throw Failure(owner, $"refers to the variable '{name}', which no action makes");
        }

        if (call.Function.Equals("parameters", StringComparison.OrdinalIgnoreCase) && !flow.Parameters.ContainsKey(name))
        {
            throw Failure(owner, $"refers to the parameter '{name}', which does not exist");
        }

        var isLoop =
            call.Function.Equals("items", StringComparison.OrdinalIgnoreCase)
            || call.Function.Equals("iterationIndexes", StringComparison.OrdinalIgnoreCase);
        if (isLoop && !loops.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Failure(owner, $"refers to the loop '{name}', which is not around it");
        }
    }

    private FlowDefinitionException Failure(string owner, string what) => new($"{flow.File}: '{owner}' {what}.");
}
