using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A built-in tool of Nova 2, which the service runs; documented for Converse, unconfirmed for InvokeModel. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-tools.html</remarks>
public sealed class NovaSystemTool : NovaTool
{
    /// <summary>A tool without a name.</summary>
    public NovaSystemTool()
    {
    }

    /// <summary>A built-in tool.</summary>
    /// <param name="name">Such as <c>nova_grounding</c>.</param>
    public NovaSystemTool(string name) => SystemTool = new NovaSystemToolSpec { Name = name };

    /// <summary>The description.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("systemTool")]
    [JsonConverter(typeof(NovaObjectConverter<NovaSystemToolSpec>))]
    public NovaSystemToolSpec? SystemTool { get; set; }

    /// <summary>Grounding in what the web says: <c>nova_grounding</c>.</summary>
    /// <returns>The tool.</returns>
    public static NovaSystemTool Grounding() => new("nova_grounding");

    /// <summary>Running code: <c>nova_code_interpreter</c>.</summary>
    /// <returns>The tool.</returns>
    public static NovaSystemTool CodeInterpreter() => new("nova_code_interpreter");

    private protected override void Detach() => SystemTool = SystemTool?.Clone();
}
