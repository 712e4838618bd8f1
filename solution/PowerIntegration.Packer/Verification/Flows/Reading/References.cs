using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Order;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>The functions that name something of the flow: actions, the trigger, variables, parameters and loops.</summary>
/// <param name="place">Where the call is evaluated.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class References(ReadingPlace place, ICollection<string> faults)
{
    private static readonly ValueShape Workflow = new MembersShape(
        "workflow()",
        ("id", ValueShape.Text),
        ("name", ValueShape.Text),
        ("type", ValueShape.Text),
        ("location", ValueShape.Text),
        ("tags", ValueShape.Unknown),
        ("run", new MembersShape("workflow()/run", ("id", ValueShape.Text), ("name", ValueShape.Text), ("type", ValueShape.Text)))
    );

    private FlowModel Model => place.Model;

    /// <summary>What the function gives; null where it names nothing of the flow.</summary>
    public Read? Find(string function, IReadOnlyList<Expression> arguments)
    {
        switch (function)
        {
            case "actions" or "outputs" or "body" or "actionOutputs" or "actionBody" or "result":
                return Action(function, arguments[0]);
            case "trigger" or "triggerOutputs" or "triggerBody":
                return new Read(Trigger(function));
            case "variables":
                return new Read(Variable(arguments[0]));
            case "parameters":
                return new Read(Parameter(arguments[0]));
            case "items" or "iterationIndexes":
                return new Read(Loop(function, arguments[0]));
            case "item":
                return new Read(Item());
            case "workflow":
                return new Read(Workflow);
            default:
                return null;
        }
    }

    private string? Name(string function, Expression argument)
    {
        if (argument is Expression.Literal literal && literal.Value.Text() is { } name)
        {
            return name;
        }

        faults.Add($"The function {function} names something of the flow. Write the name in single quotes; a computed one cannot be checked.");
        return null;
    }

    private Read? Action(string function, Expression argument)
    {
        if (Name(function, argument) is not { } name)
        {
            return Read.Unknown;
        }

        if (Model.Flow.Step(name) is not { } target)
        {
            faults.Add($"The expression refers to the action '{name}', which does not exist. Correct the name.");
            return Read.Unknown;
        }

        if (place.Step is not { } reader)
        {
            faults.Add($"The expression refers to the action '{name}', and a trigger begins before every action. Read the trigger instead.");
            return Read.Unknown;
        }

        Sight sight = Model.Order.From(reader, target);
        if (sight.Hidden is { } reason)
        {
            faults.Add($"The expression refers to the action '{name}', but {reason}. Refer to an action that has ended.");
            return Read.Unknown;
        }

        return function == "actions" ? new Read(StepOutputs.Record(Model, target)) : Outputs(function, target, sight);
    }

    private Read Outputs(string function, FlowStep target, Sight sight)
    {
        string? skipped = sight.MayBeSkipped ? target.Name : null;
        if (function == "result")
        {
            return target.Kind is "Scope" or "If" or "Switch" or "Foreach" or "Until"
                ? new Read(StepOutputs.Results, skipped)
                : Without(target, "result");
        }

        ValueShape? outputs = sight.MayHaveFailed ? StepOutputs.WithErrors(Model, target) : StepOutputs.Of(Model, target);
        return function is "outputs" or "actionOutputs"
            ? (outputs is null ? Without(target, "outputs") : new Read(outputs, skipped))
            : (outputs is OutputsShape answer ? new Read(answer.Members.Find("body") ?? ValueShape.Unknown, skipped) : Without(target, "body"));
    }

    private Read Without(FlowStep target, string what)
    {
        faults.Add($"The action '{target.Name}' is of type {target.Kind} and has no {what}. Read what it has.");
        return Read.Unknown;
    }

    private ValueShape Trigger(string function)
    {
        if (!place.HasTrigger)
        {
            faults.Add($"The function {function} is used where the trigger has not fired yet. Move it into an action or a trigger condition.");
            return ValueShape.Unknown;
        }

        OutputsShape outputs = place.IsBeforeSplit ? TriggerOutputs.Whole(Model) : TriggerOutputs.Of(Model);
        return function switch
        {
            "triggerBody" => outputs.Members.Find("body") ?? ValueShape.Unknown,
            "triggerOutputs" => outputs,
            _ => StepOutputs.Record(outputs),
        };
    }

    private ValueShape Variable(Expression argument)
    {
        if (Name("variables", argument) is not { } name)
        {
            return ValueShape.Unknown;
        }

        VariableCheck.Require(Model, place.Step, name, faults);
        return Model.Variables[name].FirstOrDefault().Variable.Member("type").Text() switch
        {
            "string" => ValueShape.Text,
            "integer" => ValueShape.Whole,
            "float" => ValueShape.Number,
            "boolean" => ValueShape.Flag,
            "array" => new ListShape(ValueShape.Unknown),
            _ => ValueShape.Unknown,
        };
    }

    private ValueShape Parameter(Expression argument)
    {
        if (Name("parameters", argument) is not { } name)
        {
            return ValueShape.Unknown;
        }

        if (!Model.Flow.Parameters.ContainsKey(name))
        {
            faults.Add($"The expression refers to the parameter '{name}', which the definition does not declare. Declare it under parameters.");
        }

        return Model.Flow.Parameters[name].Member("type").Text() switch
        {
            "String" => ValueShape.Text,
            "Int" => ValueShape.Number,
            "Bool" => ValueShape.Flag,
            "Array" => new ListShape(ValueShape.Unknown),
            _ => ValueShape.Unknown,
        };
    }

    private ValueShape Loop(string function, Expression argument)
    {
        if (Name(function, argument) is not { } name)
        {
            return ValueShape.Unknown;
        }

        string kind = function == "items" ? "Foreach" : "Until";
        FlowStep? loop = Around(kind).FirstOrDefault(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (loop is null)
        {
            faults.Add(
                $"The function {function} names '{name}', which is not a loop of type {kind} around this place. Name a loop that the action is in."
            );
            return ValueShape.Unknown;
        }

        return kind == "Until" ? ValueShape.Whole : StepOutputs.Entry(Model, loop);
    }

    private ValueShape Item()
    {
        if (place.Item is { } item)
        {
            return item;
        }

        if (Around("Foreach").FirstOrDefault() is { } loop)
        {
            return StepOutputs.Entry(Model, loop);
        }

        faults.Add("The function item is used outside of a loop, a filter and a selection. Name what is meant.");
        return ValueShape.Unknown;
    }

    // The list of a Foreach is worked out before its first round; the expression of an Until after one.
    private IEnumerable<FlowStep> Around(string kind) =>
        (place.Step?.SelfAndAround ?? []).Where(step => step.Kind == kind && (step != place.Step || kind == "Until"));
}
