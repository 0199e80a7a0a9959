using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A document. Not thread safe while it is changed.</summary>
/// <remarks>AWS says that InvokeModel takes everything that Converse takes, except document blocks: the service refuses it today.</remarks>
public sealed class NovaDocumentBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaDocumentBlock()
    {
    }

    /// <summary>A document.</summary>
    /// <param name="format">Such as <c>pdf</c>.</param>
    /// <param name="name">The name by which the model knows it.</param>
    /// <param name="source">Where the bytes are.</param>
    public NovaDocumentBlock(NovaDocumentFormat format, string name, NovaMediaSource source) =>
        Document = new NovaDocument { Format = format, Name = name, Source = source };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("document")]
    [JsonConverter(typeof(NovaObjectConverter<NovaDocument>))]
    public NovaDocument? Document { get; set; }

    private protected override void Detach() => Document = Document?.Clone();
}
