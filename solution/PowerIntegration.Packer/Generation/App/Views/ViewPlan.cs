using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>A view before its columns are looked up.</summary>
/// <param name="Key">What the id is made of; it never changes.</param>
/// <param name="Name">Name that people see.</param>
/// <param name="QueryType">What it is for, as Dataverse numbers it.</param>
/// <param name="Source">Where it is declared, for faults.</param>
internal sealed record ViewPlan(string Key, string Name, string QueryType, SourceElement Source)
{
    /// <summary>A view that people choose.</summary>
    public const string Public = "0";

    /// <summary>The view with which people build a search.</summary>
    public const string AdvancedFind = "1";

    /// <summary>Rows that belong to another row.</summary>
    public const string Associated = "2";

    /// <summary>What the search box above a list gives.</summary>
    public const string QuickFind = "4";

    /// <summary>Rows that a lookup offers.</summary>
    public const string Lookup = "64";

    /// <summary>True for the view of its type that is shown first.</summary>
    public bool IsDefault { get; init; }

    /// <summary>True for a view that every table has and that cannot be deleted.</summary>
    public bool IsOfEveryTable { get; init; }

    /// <summary>Columns that it shows; one of a row that a lookup leads to is written with a point between them.</summary>
    public IReadOnlyList<Word> Columns { get; init; } = [];

    /// <summary>Columns by which it is sorted, each with "desc" behind it where it descends.</summary>
    public IReadOnlyList<Word> Order { get; init; } = [];

    /// <summary>Which rows it shows, as FetchXML.</summary>
    public IReadOnlyList<XElement> Filters { get; init; } = [];

    /// <summary>Tables that it joins to filter by them, as FetchXML.</summary>
    public IReadOnlyList<XElement> Links { get; init; } = [];

    /// <summary>Columns that the search box compares with.</summary>
    public IReadOnlyList<Word> Searched { get; init; } = [];

    /// <summary>What people look for in it, such as "Rows that a second person has to confirm."; empty where the name says it.</summary>
    public string Help { get; init; } = "";
}
