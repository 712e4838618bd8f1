using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Security;

/// <summary>Other/FieldSecurityProfiles.xml: who may read and write columns that have column security.</summary>
internal static class FieldSecurityShape
{
    // Not allowed and allowed.
    private static readonly ValueRule Permission = Values.OneOf("0", "4");

    /// <summary>The root.</summary>
    public static ElementShape Profiles { get; } =
        Element("FieldSecurityProfiles")
            .OneOrMore(
                Element("FieldSecurityProfile")
                    .With("name", Values.Text)
                    .With("fieldsecurityprofileid", Values.IdInBraces)
                    .WithOptional("description", Values.AnyText)
                    .One(
                        Element("FieldPermissions")
                            .OneOrMore(
                                Element("FieldPermission")
                                    .One("EntityName", Values.LogicalName)
                                    .One("AttributeName", Values.LogicalName)
                                    .One("CanRead", Permission)
                                    .One("CanUpdate", Permission)
                                    .One("CanCreate", Permission)
                                    .Optional("CanReadUnmasked", Values.OneOf("0", "1", "3"))
                            )
                    )
            );
}
