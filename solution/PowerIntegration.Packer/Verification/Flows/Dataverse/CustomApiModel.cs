using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>A custom API as a caller sees it.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="IsUnboundAction">True where an unbound action of a flow can call it.</param>
/// <param name="Inputs">Request parameters.</param>
/// <param name="Outputs">Response properties.</param>
internal sealed record CustomApiModel(
    string Name,
    bool IsUnboundAction,
    IReadOnlyList<CustomApiModel.Input> Inputs,
    IReadOnlyList<(string Name, ValueShape Shape)> Outputs
)
{
    /// <summary>Reads a custom API.</summary>
    public static CustomApiModel Of(Catalogue catalogue, SourceElement api)
    {
        string name = api.Attribute("uniquename");
        return new CustomApiModel(
            name,
            api.Text("bindingtype") == "0" && api.Text("isfunction") == "0",
            [
                .. Parts(catalogue, name, "customapirequestparameter")
                    .Select(part => new Input(part.Attribute("uniquename"), ShapeOf(part), part.Text("isoptional") != "1")),
            ],
            [.. Parts(catalogue, name, "customapiresponseproperty").Select(part => (part.Attribute("uniquename"), ShapeOf(part)))]
        );
    }

    private static IEnumerable<SourceElement> Parts(Catalogue catalogue, string api, string kind) =>
        catalogue.All("customapis", $"/{kind}.xml").Where(part => part.File.StartsWith($"customapis/{api}/", StringComparison.Ordinal));

    private static ValueShape ShapeOf(SourceElement part) =>
        part.Text("type") switch
        {
            "0" => ValueShape.Flag,
            "1" => new ScalarShape(ScalarKind.Moment),
            "2" or "6" or "8" => ValueShape.Number,
            "7" or "9" => ValueShape.Whole,
            "10" => ValueShape.Text,
            "11" => new ListShape(ValueShape.Text),
            "12" => new ScalarShape(ScalarKind.Id),
            _ => ValueShape.Unknown,
        };

    /// <summary>An input of the custom API, as flows may fill it.</summary>
    /// <param name="Name">Name.</param>
    /// <param name="Shape">What it takes.</param>
    /// <param name="IsRequired">True where a call must give it.</param>
    internal sealed record Input(string Name, ValueShape Shape, bool IsRequired);
}
