using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Security;

/// <summary>Roles/(name).xml: a security role and its privileges.</summary>
internal static class RoleShape
{
    /// <summary>Roles/(name).xml.</summary>
    public static ElementShape Role { get; } =
        Element("Role")
            .With("id", Values.IdInBraces)
            .With("name", Values.Text)
            .Exported("IsCustomizable", Values.Flag)
            .Optional("IntroducedVersion", Values.Version)
            .Exported("IsAutoAssigned", Values.OneOf("0"))
            .Anywhere(Values.Flag, "IsInherited", "isinherited")
            .Anywhere(Values.AnyText, "Description")
            .One(
                Element("RolePrivileges")
                    .OneOrMore(
                        Element("RolePrivilege").With("name", Values.SchemaName).With("level", Values.OneOf("Basic", "Local", "Deep", "Global"))
                    )
            );
}
