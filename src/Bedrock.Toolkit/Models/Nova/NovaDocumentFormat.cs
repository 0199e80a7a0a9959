using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of a document. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaDocumentFormat>))]
public readonly record struct NovaDocumentFormat(string Value) : IOpenValue<NovaDocumentFormat>
{
    /// <summary>PDF.</summary>
    public static NovaDocumentFormat Pdf { get; } = new("pdf");

    /// <summary>Comma-separated values.</summary>
    public static NovaDocumentFormat Csv { get; } = new("csv");

    /// <summary>Word, the older format.</summary>
    public static NovaDocumentFormat Doc { get; } = new("doc");

    /// <summary>Word.</summary>
    public static NovaDocumentFormat Docx { get; } = new("docx");

    /// <summary>Excel, the older format.</summary>
    public static NovaDocumentFormat Xls { get; } = new("xls");

    /// <summary>Excel.</summary>
    public static NovaDocumentFormat Xlsx { get; } = new("xlsx");

    /// <summary>HTML.</summary>
    public static NovaDocumentFormat Html { get; } = new("html");

    /// <summary>Plain text.</summary>
    public static NovaDocumentFormat Txt { get; } = new("txt");

    /// <summary>Markdown.</summary>
    public static NovaDocumentFormat Md { get; } = new("md");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaDocumentFormat(string value) => new(value);

    /// <inheritdoc/>
    public static NovaDocumentFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
