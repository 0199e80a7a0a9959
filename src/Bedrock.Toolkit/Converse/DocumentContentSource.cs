using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A document of blocks that can be cited one by one. Not thread safe while it is changed.</summary>
public sealed class DocumentContentSource : DocumentSource
{
    /// <summary>One without content.</summary>
    public DocumentContentSource()
    {
    }

    /// <summary>A document of blocks that can be cited one by one.</summary>
    /// <param name="content">The blocks.</param>
    public DocumentContentSource(IList<DocumentContentBlock> content) => Content = content;

    /// <summary>The blocks.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ConverseListConverter<DocumentContentBlock>))]
    [AllowNull]
    public IList<DocumentContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    private protected override void Detach() => Content = Content.Copy(static item => item.Clone());
}
