using System.Collections.Frozen;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>A kind of control, which a form names by a fixed id.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Types">Types of column that it shows; empty where it shows none.</param>
internal sealed record ControlClass(string Name, params string[] Types)
{
    private const string Any = "*";

    private static readonly FrozenDictionary<Guid, ControlClass> Known = new Dictionary<Guid, ControlClass>
    {
        [new("4273EDBD-AC1D-40D3-9FB2-095C621B552D")] = new("text", "nvarchar"),
        [new("E0DECE4B-6FC8-4A8F-A065-082708572369")] = new("multiple lines of text", "ntext", "nvarchar"),
        [new("ADA2203E-B4CD-49BE-9DDF-234642B43B52")] = new("e-mail", "nvarchar"),
        [new("71716B6C-711E-476C-8AB8-5D11542BFB47")] = new("URL", "nvarchar"),
        [new("C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F")] = new("whole number", "int", "bigint"),
        [new("C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E")] = new("decimal", "decimal"),
        [new("533B9E00-756B-4312-95A0-DC888637AC78")] = new("money", "money"),
        [new("0D2C745A-E5A8-4C8F-BA63-C6D3BB604660")] = new("floating point number", "float"),
        [new("3EF39988-22BB-4F0B-BBBE-64B5A3748AEE")] = new("choice", "picklist", "state", "status"),
        [new("4AA28AB7-9C13-4F57-A73D-AD894D048B5F")] = new("choices", "multiselectpicklist"),
        [new("5D68B988-0661-4DB2-BC3E-17598AD3BE6C")] = new("status reason", "status", "state"),
        [new("67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED")] = new("yes or no", "bit"),
        [new("B0C6723A-8503-4FD7-BB28-C8A06AC933C2")] = new("check box", "bit"),
        [new("270BD3DB-D9AF-4782-9025-509E298DEC0A")] = new("lookup", "lookup", "owner", "customer", "partylist"),
        [new("5B773807-9FB2-42DB-97C3-7A91EFF8ADFF")] = new("date and time", "datetime"),
        [new("5C5600E0-1D6E-4205-A272-BE80DA87FD42")] = new("quick view", "lookup", "owner", "customer"),
        [new("7E548B0D-209C-477B-9DCD-F0F44472381D")] = new("image", "image"),
        [new("0A7FF475-B016-4687-9CE5-042BFDBD6519")] = new("file", "file"),
        [new("F9A8A302-114E-466A-B582-6771B2AE0D92")] = new("custom control", Any),
        [new("E7A81278-8635-4D9E-8D4D-59480B391C5B")] = new("grid"),
        [new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D")] = new("web resource"),
        [new("FD2A7985-3187-444E-908D-6624B21F69C0")] = new("web page"),
        [new("06375649-C143-495E-A496-C962E5B4488E")] = new("timeline"),
    }.ToFrozenDictionary();

    /// <summary>True where it stands for a column.</summary>
    public bool IsBound => Types.Length > 0;

    /// <summary>The kind of an id as forms write it, or null where it is not known.</summary>
    public static ControlClass? Of(string classId) => Guid.TryParse(classId, out Guid id) ? Known.GetValueOrDefault(id) : null;

    /// <summary>True where it can show a column of the type.</summary>
    public bool Shows(string type) => Types.Contains(type, StringComparer.Ordinal) || Types.Contains(Any, StringComparer.Ordinal);
}
