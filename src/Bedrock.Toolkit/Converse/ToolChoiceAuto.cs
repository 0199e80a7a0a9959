using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The model decides. Not thread safe while it is changed.</summary>
public sealed class ToolChoiceAuto : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceAuto()
    {
    }

    /// <summary>The model decides.</summary>
    /// <param name="value">An empty object.</param>
    public ToolChoiceAuto(AutoToolChoice value) => Value = value;

    /// <summary>An empty object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("auto")]
    [JsonConverter(typeof(ConverseObjectConverter<AutoToolChoice>))]
    public AutoToolChoice? Value { get; set; }

    private protected override void Detach() => Value = Value?.Clone();
}
