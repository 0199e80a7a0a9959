using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text with its sources. Not thread safe while it is changed.</summary>
public sealed class CitationsContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public CitationsContent()
    {
    }

    /// <summary>Text with its sources.</summary>
    /// <param name="block">Text and sources.</param>
    public CitationsContent(CitationsContentBlock block) => Block = block;

    /// <summary>Text and sources.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citationsContent")]
    [JsonConverter(typeof(ConverseObjectConverter<CitationsContentBlock>))]
    public CitationsContentBlock? Block { get; set; }

    private protected override void Detach() => Block = Block?.Clone();
}
