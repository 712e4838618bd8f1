using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions.Functions;

namespace PowerIntegration.Local.Expressions.Evaluation;

/// <summary>Evaluates expressions and whole JSON templates against one scope.</summary>
public sealed class ExpressionEvaluator(IExpressionScope scope)
{
    /// <summary>What the expressions see.</summary>
    public IExpressionScope Scope { get; } = scope;

    /// <summary>Names of all functions, for documentation and tests.</summary>
    public static IReadOnlyList<string> FunctionNames => KnownFunctions.Table.Names;

    /// <summary>Evaluates every string and key of a JSON value.</summary>
    /// <exception cref="ExpressionException">An expression cannot be read or evaluated.</exception>
    public JsonNode? EvaluateTemplate(JsonNode? template)
    {
        switch (template)
        {
            case JsonObject members:
                var copy = new JsonObject();
                foreach (var (name, member) in members)
                {
                    copy[TextForm.Of(EvaluateText(name))] = Values.Copy(EvaluateTemplate(member));
                }

                return copy;
            case JsonArray elements:
                return new JsonArray([.. elements.Select(element => Values.Copy(EvaluateTemplate(element)))]);
            default:
                return Values.TextOrNull(template) is { } text ? EvaluateText(text) : Values.Copy(template);
        }
    }

    /// <summary>Evaluates one JSON string of a flow.</summary>
    public JsonNode? EvaluateText(string text)
    {
        switch (Template.Parse(text))
        {
            case Template.Whole whole:
                return Evaluate(whole.Expression);
            case Template.Mixed mixed:
                var result = new StringBuilder();
                foreach (var part in mixed.Parts)
                {
                    result.Append(part is Expression expression ? TextForm.Of(Evaluate(expression)) : (string)part);
                }

                return JsonValue.Create(result.ToString());
            case var plain:
                return JsonValue.Create(((Template.Plain)plain).Text);
        }
    }

    /// <summary>Evaluates one expression.</summary>
    public JsonNode? Evaluate(Expression expression) =>
        expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Call call => Call(call),
            Expression.Access access => ValueAccess.Read(Evaluate(access.Target), Evaluate(access.Key), access.IsSafe),
            _ => throw new ExpressionException($"An expression of type {expression.GetType().Name} cannot be evaluated."),
        };

    private JsonNode? Call(Expression.Call call)
    {
        var definition = KnownFunctions.Table.Find(call.Function);
        var count = call.Arguments.Count;
        if (count < definition.MinimumArguments || count > definition.MaximumArguments)
        {
            throw new ExpressionException($"The function '{definition.Name}' does not take {count} arguments.");
        }

        var arguments = new FunctionArguments(definition.Name, call.Arguments, Scope, Evaluate);
        for (var index = 0; !definition.IsLazy && index < count; index++)
        {
            _ = arguments[index];
        }

        return definition.Evaluate(arguments);
    }
}
