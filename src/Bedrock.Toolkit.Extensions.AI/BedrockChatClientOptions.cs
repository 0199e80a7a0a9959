using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Settings of a chat client over Bedrock. Not thread-safe; read at each call, so leave them alone once the client is in use.</summary>
public sealed class BedrockChatClientOptions
{
    /// <summary>Settings of each call: time-outs, attempts, guardrail, service tier, latency, request metadata.</summary>
    /// <value>Null leaves all to the client. <c>ChatOptions.AdditionalProperties["InvokeOptions"]</c> replaces it for one call.</value>
    public InvokeOptions? InvokeOptions { get; set; }

    /// <summary>How a <c>ChatOptions.ResponseFormat</c> with a schema is asked for.</summary>
    /// <value><see cref="StructuredOutputMode.Auto"/> by default: by what is known of the model.</value>
    public StructuredOutputMode StructuredOutput { get; set; }

    /// <summary>What a model takes whose id hides it: an ARN of a provisioned, custom or imported model, or of an application profile.</summary>
    /// <value>Null when nothing is known, and nothing is changed; <c>ModelRules.For("anthropic.claude-sonnet-4-6")</c> gives those of a model. Ids that show
    /// their model have its own rules.</value>
    public ModelRules? Rules { get; set; }

    /// <summary>How arguments, results of functions and additional properties of types of your own are written.</summary>
    /// <value><see cref="AIJsonUtilities.DefaultOptions"/> when null. In native AOT give options whose resolver is your own JSON context; the
    /// default ones are asked next.</value>
    public JsonSerializerOptions? SerializerOptions { get; set; }

    /// <summary>The clock that dates answers.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
