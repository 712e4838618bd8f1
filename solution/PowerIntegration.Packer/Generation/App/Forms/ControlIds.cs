namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>Control of a column, by the type of the column.</summary>
internal static class ControlIds
{
    /// <summary>A grid on a form or a dashboard.</summary>
    public const string Grid = "{E7A81278-8635-4D9E-8D4D-59480B391C5B}";

    /// <summary>A quick view of the row that a lookup leads to.</summary>
    public const string QuickView = "{5C5600E0-1D6E-4205-A272-BE80DA87FD42}";

    /// <summary>A web page that ships as a web resource.</summary>
    public const string Page = "{9FDF5F91-88B1-47F4-AD53-C11EFC01A01D}";

    /// <summary>The class id, or null where no control is known for the type.</summary>
    /// <param name="type">Type as Entity.xml writes it.</param>
    /// <param name="format">Format of the column.</param>
    public static string? Of(string type, string format) =>
        type switch
        {
            "nvarchar" when format == "url" => "{71716B6C-711E-476C-8AB8-5D11542BFB47}",
            "nvarchar" when format == "email" => "{ADA2203E-B4CD-49BE-9DDF-234642B43B52}",
            "nvarchar" => "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}",
            "ntext" => "{E0DECE4B-6FC8-4A8F-A065-082708572369}",
            "int" => "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}",
            "decimal" => "{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}",
            "money" => "{533B9E00-756B-4312-95A0-DC888637AC78}",
            "picklist" or "state" => "{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}",
            "status" => "{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}",
            "bit" => "{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}",
            "lookup" => "{270BD3DB-D9AF-4782-9025-509E298DEC0A}",
            "datetime" => "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}",
            _ => null,
        };
}
