using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a column: its physical name, path, what happens there, and words of the finding.</summary>
public sealed class ColumnFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Document = "core/Entities/pint_Document/Entity.xml";

    [Theory]
    [InlineData("MaxLength", "call MaxLenght", "Name it MaxLength.")]
    [InlineData("MaxLength", "drop", "MaxLength is missing. Add it with a whole number from 1 to 4000.")]
    [InlineData("Format", "drop", "Format is missing")]
    [InlineData("Length", "swap", "comes after displaynames")]
    [InlineData("displaynames", "call displayname", "Name it displaynames.")]
    [InlineData("displaynames", "drop", "displaynames is missing")]
    [InlineData("displaynames/displayname", "drop", "displayname is missing")]
    [InlineData("displaynames/displayname/@description", "say", "Write a text")]
    [InlineData("displaynames/displayname/@languagecode", "drop", "languagecode is missing")]
    [InlineData("Descriptions", "drop", "Descriptions is missing")]
    [InlineData("Descriptions/Description", "drop", "Description is missing")]
    [InlineData(".", "add <Accuracy>2</Accuracy>", "'Accuracy' is not supported here")]
    [InlineData(".", "set Name=pint_key", "The attribute 'Name' is not supported here")]
    [InlineData("IsSecured", "twin", "IsSecured appears 2 times")]
    public void Elements_and_wrappers(string path, string change, string words) => Finds("pint_Key", path, change, words);

    [Theory]
    [InlineData("RequiredLevel", "say needed", "none, recommended, required")]
    [InlineData("RequiredLevel", "say Required", "none, recommended, required")]
    [InlineData("RequiredLevel", "say systemrequired", "Only the primary key belongs to the system")]
    [InlineData("DisplayMask", "say ValidForForms", "each once, with bars between them")]
    [InlineData("DisplayMask", "say ValidForForm,ValidForGrid", "each once, with bars between them")]
    [InlineData("DisplayMask", "say ValidForForm|ValidForForm", "each once, with bars between them")]
    [InlineData("ImeMode", "say on", "auto, active, inactive or disabled")]
    [InlineData("ImeMode", "say Auto", "auto, active, inactive or disabled")]
    [InlineData("ImeMode", "say", "auto, active, inactive or disabled")]
    [InlineData("IsCustomField", "say 0", "Only the primary key belongs to the system")]
    [InlineData("IsAuditEnabled", "say 2", "0 or 1")]
    [InlineData("IsAuditEnabled", "say yes", "0 or 1")]
    [InlineData("ValidForReadApi", "say 0", "cannot read or create")]
    [InlineData("IsSecured", "say 1", "no field security profile")]
    [InlineData("SourceType", "say 4", "from 0 to 3")]
    [InlineData("SourceType", "say 1", "names its formula")]
    [InlineData("SourceType", "say 2", "Compute the value in a plug-in")]
    [InlineData("IntroducedVersion", "say new", "a version of two to four numbers")]
    [InlineData("AutoNumberFormat", "say NO-{SEQ:4}", "{SEQNUM:digits}")]
    [InlineData("AutoNumberFormat", "say plain", "{SEQNUM:digits}")]
    [InlineData("AutoNumberFormat", "say {RANDSTRING:9}", "{SEQNUM:digits}")]
    public void Values_of_every_type(string element, string change, string words) => Finds("pint_Key", element, change, words);

    [Theory]
    [InlineData("pint_Key", "Format", "say Text", "text, email, url")]
    [InlineData("pint_Key", "Format", "say number", "text, email, url")]
    [InlineData("pint_Key", "Format", "say", "text, email, url")]
    [InlineData("pint_Key", "MaxLength", "say 0", "from 1 to 4000")]
    [InlineData("pint_Key", "MaxLength", "say 4001", "from 1 to 4000")]
    [InlineData("pint_Key", "MaxLength", "say many", "from 1 to 4000")]
    [InlineData("pint_Key", "MaxLength", "say 150", "Write twice MaxLength into Length")]
    [InlineData("pint_Key", "MaxLength", "say 79228162514264337593543950335", "Write twice MaxLength into Length")]
    [InlineData("pint_Key", "Length", "say 200", "Write twice MaxLength into Length")]
    [InlineData("pint_Decisions", "MaxLength", "say 1048577", "from 1 to 1048576")]
    [InlineData("pint_Decisions", "Format", "say html", "text, textarea")]
    [InlineData("pint_Decisions", "MaxLength", "drop", "MaxLength is missing")]
    [InlineData("pint_Revision", "Format", "say money", "none, duration")]
    [InlineData("pint_Revision", "MinValue", "say -2147483649", "from -2147483648")]
    [InlineData("pint_Revision", "MaxValue", "say 2147483648", "to 2147483647")]
    [InlineData("pint_Revision", "MaxValue", "say 10.5", "a whole number")]
    [InlineData("pint_GrossToDate", "MaxValue", "say -100000000001", "a number from")]
    [InlineData("pint_CertifiedPayment", "MaxValue", "say -100000000000.5", "a number from")]
    [InlineData("pint_GrossToDate", "MaxValue", "say 100000000001", "to 100000000000")]
    [InlineData("pint_GrossToDate", "MinValue", "say minus", "a number from")]
    [InlineData("pint_GrossToDate", "Accuracy", "say 11", "from 0 to 10")]
    [InlineData("pint_GrossToDate", "Accuracy", "say 4", "Amounts have 2 digits")]
    [InlineData("pint_GrossToDate", "Accuracy", "drop", "Accuracy is missing")]
    [InlineData("pint_ApprovedOn", "Format", "say time", "date or datetime")]
    [InlineData("pint_ApprovedOn", "Behavior", "say 4", "1, 2 or 3")]
    [InlineData("pint_ApprovedOn", "Behavior", "say 3", "do not belong together")]
    [InlineData("pint_PeriodStart", "Behavior", "say 1", "Write date and 2 for a date")]
    [InlineData("pint_PeriodStart", "Behavior", "drop", "Behavior is missing")]
    [InlineData("pint_CommitmentId", "LookupStyle", "say double", "single or multi")]
    [InlineData("pint_CommitmentId", "LookupTypes", "call LookupType", "Name it LookupTypes.")]
    [InlineData("pint_CommitmentId", "LookupTypes", "add <LookupType>1</LookupType>", "The attribute id is missing")]
    public void Values_of_one_type(string column, string element, string change, string words) => Finds(column, element, change, words);

    [Theory]
    [InlineData("pint_Rate", "MinValue", "say 2", "MinValue 2 is above MaxValue 1")]
    [InlineData("pint_Rate", "MaxValue", "say -0.5", "MinValue 0 is above MaxValue -0.5")]
    [InlineData("pint_OwnerDays", "MaxValue", "say -1", "MinValue 0 is above MaxValue -1")]
    public void A_range_that_is_upside_down(string column, string element, string change, string words) =>
        sources.Finds("core/Entities/pint_JurisdictionRule/Entity.xml", PathOf(column, element), change, $"attribute[{column}]", words);

    [Theory]
    [InlineData("pint_DocumentState", "OptionSetName", "say pint_documentstates", "The choice 'pint_documentstates' does not exist")]
    [InlineData("pint_DocumentState", "OptionSetName", "drop", "either OptionSetName or optionset")]
    [InlineData("pint_DocumentState", "OptionSetName", "call OptionsetName", "Name it OptionSetName.")]
    [InlineData("pint_DocumentState", "AppDefaultValue", "say 723100099", "the choice has no such option")]
    [InlineData("pint_DocumentState", "AppDefaultValue", "say -2", "from -1")]
    [InlineData("pint_DocumentState", "AppDefaultValue", "drop", "AppDefaultValue is missing")]
    [InlineData("pint_FinalInvoice", "AppDefaultValue", "say 2", "0 or 1")]
    [InlineData("pint_FinalInvoice", "optionset", "drop", "optionset is missing")]
    [InlineData("pint_FinalInvoice", "optionset/@Name", "say pint_finalinvoice", "Name them pint_document_pint_finalinvoice")]
    [InlineData("pint_FinalInvoice", "optionset/OptionSetType", "say picklist", "Write bit")]
    [InlineData("pint_FinalInvoice", "optionset/options/option[1]", "drop", "has the options 1 and 0")]
    [InlineData("pint_FinalInvoice", "optionset/options/option[1]/@value", "say 2", "has the options 1 and 0")]
    [InlineData("pint_FinalInvoice", "optionset/options/option[1]", "twin", "has the options 1 and 0")]
    [InlineData("pint_FinalInvoice", "optionset/options", "call option", "Name it options.")]
    public void Choices_of_a_column(string column, string path, string change, string words) => Finds(column, path, change, words);

    [Theory]
    [InlineData("pint_Key", "@PhysicalName", "say doc_Key", "does not begin with pint_", "attribute[doc_Key]")]
    [InlineData("pint_Key", "Name", "say pint_Key", "Write pint_key in both", "attribute[pint_Key]")]
    [InlineData("pint_ApprovedOn", "LogicalName", "say pint_approvedat", "Write pint_approvedon in both", "attribute[pint_ApprovedOn]")]
    [InlineData("pint_Key", "@PhysicalName", "drop", "PhysicalName is missing", "attributes/attribute")]
    [InlineData("pint_Key", ".", "twin", "The table has the column twice", "attribute[pint_Key]")]
    [InlineData("pint_GrossToDate", "Type", "say money", "The tables of this product have no columns of type money", "attribute[pint_GrossToDate]")]
    [InlineData("pint_GrossToDate", "Type", "say number", "The column type 'number' is not supported here", "attribute[pint_GrossToDate]")]
    [InlineData("pint_GrossToDate", "Type", "drop", "The column type '' is not supported here", "attribute[pint_GrossToDate]")]
    [InlineData("pint_GrossToDate", "Type", "say int", "Format is missing", "attribute[pint_GrossToDate]")]
    public void Names_and_types(string column, string path, string change, string words, string place) =>
        sources.Finds(Document, PathOf(column, path), change, place, words);

    private static string PathOf(string column, string path) => $"EntityInfo/entity/attributes/attribute[@PhysicalName='{column}']/{path}";

    private void Finds(string column, string path, string change, string words) =>
        sources.Finds(Document, PathOf(column, path), change, $"attribute[{column}]", words);
}
