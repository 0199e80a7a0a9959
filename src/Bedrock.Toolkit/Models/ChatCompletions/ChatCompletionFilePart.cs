using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A file, such as a PDF; the vendor's schema, unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionFilePart : ChatCompletionContentPart
{
    /// <summary>A file without a source.</summary>
    public ChatCompletionFilePart()
    {
    }

    /// <summary>A file by its data.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="fileData">A data URL: <c>data:application/pdf;base64,…</c>.</param>
    public ChatCompletionFilePart(string fileName, string fileData) => File = new ChatCompletionFile { FileName = fileName, FileData = fileData };

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "file";

    /// <summary>The file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("file")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFile>))]
    public ChatCompletionFile? File { get; set; }

    private protected override void Detach() => File = File?.Clone();
}
