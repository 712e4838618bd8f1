using System.Collections.ObjectModel;
using System.Reflection;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Registration;

/// <summary>Registration is data beside each class; the solution's XML says the same of the very assembly that ships.</summary>
public sealed class PluginAttributesTests
{
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Create",
        ["20bebb1b-ea3e-db11-86a7-000a3a5473e8"] = "Update",
        ["a1bdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Delete",
    };

    private static readonly Assembly Shipped = Assembly.LoadFrom(Repository.PluginAssembly);

    [Fact]
    public void Steps_are_registered_as_their_attributes_say()
    {
        IEnumerable<string> declared =
            from type in Shipped.GetTypes()
            from step in Attributes(type, "PluginStepAttribute")
            select Step(
                type.FullName!,
                (string)step.ConstructorArguments[0].Value!,
                (string)step.ConstructorArguments[1].Value!,
                step.ConstructorArguments[2].Value!.ToString()!,
                List(step, "FilteringAttributes"),
                Text(step, "PreImage"),
                List(step, "PreImageAttributes")
            );
        IEnumerable<string> registered =
            from step in Repository.Catalogue().All("SdkMessageProcessingSteps", ".xml")
            let image = step.Element.Descendants("SdkMessageProcessingStepImage").SingleOrDefault()
            select Step(
                step.Text("PluginTypeName").Split(',')[0],
                Messages[step.Text("SdkMessageId")],
                step.Text("PrimaryEntity"),
                step.Text("Stage"),
                step.Text("FilteringAttributes"),
                image?.Element("EntityAlias")?.Value ?? "",
                image?.Element("Attributes")?.Value ?? ""
            );
        Assert.NotEmpty(declared);
        Assert.Equal(declared.Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Custom_apis_are_registered_as_their_attributes_say()
    {
        IEnumerable<string> declared = Shipped.GetTypes().SelectMany(Declared);
        Assert.NotEmpty(declared);
        Assert.Equal(declared.Order(StringComparer.Ordinal), Repository.Catalogue().CustomApis.SelectMany(Registered).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_registered_plugin_types_are_those_of_the_assembly()
    {
        AssemblyIdentity identity = AssemblyIdentity.Read(System.IO.File.ReadAllBytes(Repository.PluginAssembly));
        Assert.Equal(
            identity.PluginTypes.Order(StringComparer.Ordinal),
            Repository.Catalogue().PluginTypes.Select(type => type.Attribute("Name")).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Declared(Type type)
    {
        foreach (CustomAttributeData api in Attributes(type, "CustomApiAttribute"))
        {
            string name = (string)api.ConstructorArguments[0].Value!;
            yield return $"{name} is {type.FullName}";
            foreach (CustomAttributeData input in Attributes(type, "CustomApiInputAttribute"))
            {
                yield return $"{name} takes {input.ConstructorArguments[0].Value} of type {input.ConstructorArguments[1].Value}, optional "
                    + $"{Flag(input)}";
            }

            foreach (CustomAttributeData result in Attributes(type, "CustomApiOutputAttribute"))
            {
                yield return $"{name} gives {result.ConstructorArguments[0].Value} of type {result.ConstructorArguments[1].Value}";
            }
        }
    }

    private static IEnumerable<string> Registered(SourceElement api)
    {
        Catalogue catalogue = Repository.Catalogue();
        string name = api.Attribute("uniquename");
        string key = api.Element.Element("plugintypeid")!.Element("plugintypeexportkey")!.Value;
        yield return $"{name} is {catalogue.PluginTypes.Single(type => type.Attribute("PluginTypeId") == key).Attribute("Name")}";
        foreach (
            SourceElement part in catalogue
                .All("customapis", ".xml")
                .Where(part => part.File.StartsWith($"customapis/{name}/customapire", StringComparison.Ordinal))
        )
        {
            yield return part.Element.Name.LocalName == "customapirequestparameter"
                ? $"{name} takes {part.Attribute("uniquename")} of type {part.Text("type")}, optional {part.Text("isoptional")}"
                : $"{name} gives {part.Attribute("uniquename")} of type {part.Text("type")}";
        }
    }

    private static string Step(string type, string message, string table, string stage, string columns, string alias, string imageColumns) =>
        $"{type} on {message} of {table} at {stage}, columns [{columns}], image '{alias}' [{imageColumns}]";

    private static IEnumerable<CustomAttributeData> Attributes(Type type, string name) =>
        type.GetCustomAttributesData().Where(attribute => attribute.AttributeType.Name == name);

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    private static string Text(CustomAttributeData attribute, string name) => (string?)Named(attribute, name) ?? "";

    private static string Flag(CustomAttributeData attribute) => Named(attribute, "IsOptional") is true ? "1" : "0";

    private static string List(CustomAttributeData attribute, string name) =>
        Named(attribute, name) is ReadOnlyCollection<CustomAttributeTypedArgument> values
            ? string.Join(',', values.Select(value => (string)value.Value!))
            : "";
}
