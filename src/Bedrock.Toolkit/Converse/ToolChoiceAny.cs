using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The model must call one of the tools. Not thread safe while it is changed.</summary>
public sealed class ToolChoiceAny : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceAny()
    {
    }

    /// <summary>The model must call one of the tools.</summary>
    /// <param name="value">An empty object.</param>
    public ToolChoiceAny(AnyToolChoice value) => Value = value;

    /// <summary>An empty object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("any")]
    [JsonConverter(typeof(ConverseObjectConverter<AnyToolChoice>))]
    public AnyToolChoice? Value { get; set; }

    private protected override void Detach() => Value = Value?.Clone();
}
