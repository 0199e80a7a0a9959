using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of a document. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<DocumentFormat>))]
public readonly record struct DocumentFormat(string Value) : IOpenValue<DocumentFormat>
{
    /// <summary>PDF.</summary>
    public static DocumentFormat Pdf { get; } = new("pdf");

    /// <summary>Comma-separated values.</summary>
    public static DocumentFormat Csv { get; } = new("csv");

    /// <summary>Word 97 to 2003.</summary>
    public static DocumentFormat Doc { get; } = new("doc");

    /// <summary>Word.</summary>
    public static DocumentFormat Docx { get; } = new("docx");

    /// <summary>Excel 97 to 2003.</summary>
    public static DocumentFormat Xls { get; } = new("xls");

    /// <summary>Excel.</summary>
    public static DocumentFormat Xlsx { get; } = new("xlsx");

    /// <summary>HTML.</summary>
    public static DocumentFormat Html { get; } = new("html");

    /// <summary>Plain text.</summary>
    public static DocumentFormat Txt { get; } = new("txt");

    /// <summary>Markdown.</summary>
    public static DocumentFormat Md { get; } = new("md");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator DocumentFormat(string value) => new(value);

    /// <inheritdoc/>
    public static DocumentFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
