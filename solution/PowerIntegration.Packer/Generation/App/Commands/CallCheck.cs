using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>Whether a command passes to its custom API what that asks for, and reads what it answers.</summary>
/// <param name="model">Takes the faults.</param>
/// <param name="plan">The command.</param>
/// <param name="api">The custom API.</param>
internal sealed class CallCheck(AppModel model, CommandPlan plan, DescribedApi api)
{
    private const string Message = "Message";

    /// <summary>Writes down what does not fit.</summary>
    public void Find()
    {
        SourceElement command = plan.Source;
        (SourceElement Source, string Name)[] given =
        [
            .. command.Below("input").Select(input => (input, input.Attribute("name"))),
            .. command.Below("review").Select(review => (review, review.Attribute("input"))),
            .. command.Below("ask", "field").Select(field => (field, field.Attribute("input"))),
            .. command.Below("ask", "set").Select(set => (set, set.Attribute("input"))),
            .. command
                .Below("ask")
                .Where(ask => ask.Attribute("keep").Length > 0)
                .SelectMany(_ => plan.Menu?.Below("keep") ?? [])
                .Select(keep => (keep, keep.Attribute("input"))),
        ];
        foreach ((SourceElement source, string name) in given)
        {
            Input(source, name);
        }

        foreach (
            string missing in api.Inputs.Where(input => !input.Value.IsOptional).Select(input => input.Key).Except(given.Select(one => one.Name))
        )
        {
            model.Refuse(command.Says($"{api.Name} needs the input {missing}. Add it."));
        }

        Output(command, command.Attribute("done").Split('=')[0]);
        Output(command, Message);
        foreach (SourceElement review in command.Below("review"))
        {
            Output(review, review.Attribute("shown").Split('=')[0]);
            Output(review, review.Attribute("input"));
        }

        foreach (SourceElement show in command.Below("show"))
        {
            Output(show, show.Attribute("output"));
        }
    }

    private void Input(SourceElement source, string name)
    {
        if (!api.Inputs.TryGetValue(name, out ApiInput? input))
        {
            model.Refuse(source.Says($"{api.Name} has no input {name}. Name one of {string.Join(", ", api.Inputs.Keys)}."));
        }
        else if (input.EdmType.Length == 0)
        {
            model.Refuse(
                source.Says($"The input {name} of {api.Name} has a type that a command cannot pass. Use texts, IDs, whole numbers or yes and no.")
            );
        }
    }

    private void Output(SourceElement source, string name)
    {
        if (!api.Outputs.Contains(name))
        {
            model.Refuse(source.Says($"{api.Name} has no output {name}. Name one of {string.Join(", ", api.Outputs)}."));
        }
    }
}
