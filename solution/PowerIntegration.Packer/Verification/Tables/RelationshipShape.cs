using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Other/Relationships/(referenced table).xml: relationships in full, and Other/Relationships.xml: their names.</summary>
internal static class RelationshipShape
{
    // Documentation and schema differ in the name of the second.
    private static readonly ValueRule Cascade = Values.OneOf("NoCascade", "Cascade", "Active", "ActiveOnly", "UserOwned");

    private static readonly ValueRule CascadeOfRows = Values.OneOf("NoCascade", "Cascade", "RemoveLink", "Restrict");

    private static readonly ElementShape Description = Element("RelationshipDescription").One(Labels.Descriptions);

    /// <summary>A file of relationships.</summary>
    public static ElementShape File { get; } = Element("EntityRelationships").OneOrMore(Open("EntityRelationship"));

    /// <summary>Other/Relationships.xml, which lists every relationship by name.</summary>
    public static ElementShape Index { get; } = Element("EntityRelationships").Many(Element("EntityRelationship").With("Name", Values.SchemaName));

    /// <summary>A lookup of one table to another.</summary>
    public static ElementShape OneToMany { get; } =
        Beginning("OneToMany")
            .One("ReferencingEntityName", Values.SchemaName)
            .One("ReferencedEntityName", Values.SchemaName)
            .Exported("CascadeAssign", Cascade)
            .Exported("CascadeDelete", CascadeOfRows)
            .Exported("CascadeArchive", CascadeOfRows)
            .Exported(Cascade, "CascadeReparent", "CascadeShare", "CascadeUnshare")
            .Exported("CascadeRollupView", Cascade)
            .Exported("IsValidForAdvancedFind", Values.Flag)
            .One("ReferencingAttributeName", Values.SchemaName)
            .Exported(Description)
            .Exported(Element("EntityRelationshipRoles").OneOrMore(End("RelationshipRoleType", "0", "1")))
            .Anywhere(Values.Whole(0, int.MaxValue), "ReferencingAttributeRequiredLevel");

    /// <summary>Rows of two tables in any combination.</summary>
    public static ElementShape ManyToMany { get; } =
        Beginning("ManyToMany")
            .One("FirstEntityName", Values.SchemaName)
            .One("SecondEntityName", Values.SchemaName)
            .One("IntersectEntityName", Values.SchemaName)
            .Exported("IsValidForAdvancedFind", Values.Flag)
            .Optional(Description)
            .Exported(Element("EntityRelationshipRoles").OneOrMore(End("AssociationRoleOrdinal", "1", "2")));

    // One end of a relationship, and the element that tells it from the other.
    private static ElementShape End(string which, string one, string other) =>
        Element("EntityRelationshipRole")
            .Optional("NavPaneDisplayOption", Values.OneOf("UseCollectionName", "UseLabel", "DoNotDisplay"))
            .Optional("NavPaneArea", Values.OneOf("Details", "Sales", "Service", "Marketing", "InternetMarketing", "ProcessCenter"))
            .Optional("NavPaneOrder", Values.Whole(0, int.MaxValue))
            .Optional(Labels.Named("CustomLabels", "CustomLabel"))
            .One("NavigationPropertyName", Values.SchemaName)
            .One(which, Values.OneOf(one, other));

    private static ElementShape Beginning(string type) =>
        Element("EntityRelationship")
            .With("Name", Values.SchemaName)
            .One("EntityRelationshipType", Values.OneOf(type))
            .Exported("IsCustomizable", Values.Flag)
            .Exported("IntroducedVersion", Values.Version)
            .Exported("IsHierarchical", Values.Flag);
}
