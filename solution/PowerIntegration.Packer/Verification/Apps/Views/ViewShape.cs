using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Views;

/// <summary>What a view looks like; its query has a shape of its own.</summary>
internal static class ViewShape
{
    /// <summary>The element savedquery.</summary>
    public static ElementShape SavedQuery { get; } =
        Element("savedquery")
            .WithOptional("unmodified", Values.Flag)
            .Optional("IsCustomizable", Values.Flag)
            .Optional("CanBeDeleted", Values.Flag)
            .Optional("isquickfindquery", Values.Flag)
            .Optional("isprivate", Values.OneOf("0"))
            .One("isdefault", Values.Flag)
            .One("savedqueryid", Values.IdInBraces)
            .Optional("queryapi", Values.AnyText)
            .One(Element("layoutxml").One(Grid()))
            .Optional(Open("layoutjson"))
            .One("querytype", Values.OneOf("0", "1", "2", "4", "64"))
            .One(Element("fetchxml").One(Open("fetch")))
            .Optional(Open("columnsetxml"))
            .Optional(Open("conditionalformatting"))
            .Optional("returnedtypecode", Values.AnyText)
            .Optional("IntroducedVersion", Values.Version)
            .One(Labels.LocalizedNames)
            .Optional(Labels.Descriptions);

    private static ElementShape Grid() =>
        Element("grid")
            .With("name", Values.Text)
            .WithOptional("object", Values.Whole(1, int.MaxValue))
            .With("jump", Values.Text)
            .With("select", Values.Flag)
            .With("icon", Values.Flag)
            .With("preview", Values.Flag)
            .WithOptional("iconrenderer", Values.AnyText)
            .WithOptional("multilinerows", Values.OrEmpty(Values.Flag))
            .WithOptional("disableInlineEditing", Values.Flag)
            .One(
                Element("row")
                    .With("name", Values.Text)
                    .With("id", Values.Text)
                    .WithOptional("multiobjectidfield", Values.Text)
                    .WithOptional("layoutstyle", Values.Text)
                    .OneOrMore(Cell())
            );

    private static ElementShape Cell() =>
        Element("cell")
            .With("name", Values.Text)
            .With("width", Values.Whole(1, 1_000))
            .WithOptional("ishidden", Values.Flag)
            .WithOptional("disableSorting", Values.Flag)
            .WithOptional("disableMetaDataBinding", Values.Flag)
            .WithOptional("LabelId", Values.AnyText)
            .WithOptional("label", Values.AnyText)
            .WithOptional("desc", Values.AnyText)
            .WithOptional("cellType", Values.AnyText)
            .WithOptional("imageproviderwebresource", Values.AnyText)
            .WithOptional("imageproviderfunctionname", Values.AnyText);
}
