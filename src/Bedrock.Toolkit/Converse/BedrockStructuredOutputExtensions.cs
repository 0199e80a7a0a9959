using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit;

/// <summary>Typed answers of Converse. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockStructuredOutputExtensions
{
    /// <summary>Sends a conversation to a model and gives its answer as a type of your own.</summary>
    /// <remarks>
    /// The JSON schema comes from the type's metadata, so it works with native AOT; <see cref="System.ComponentModel.DescriptionAttribute"/> on members
    /// goes into it. The model is asked for every member. Types that are no JSON object travel as a member of one.
    /// </remarks>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is. It may have tools of its own: when the model calls one of them, the answer does not fit.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <param name="structured">How the form is asked for; chosen by the model when null.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The typed answer with the raw one.</returns>
    /// <exception cref="BedrockStructuredOutputException">The model answered in another form; the exception keeps what it wrote.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        StructuredOutputOptions? structured = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        structured ??= new StructuredOutputOptions();
        string name = structured.Name;
        if (!ConverseToolCheck.IsName(name))
        {
            throw new ArgumentException("StructuredOutputOptions.Name must have 1 to 64 letters, digits, underscores and hyphens.", nameof(structured));
        }

        if (request.OutputConfig?.TextFormat is not null)
        {
            throw new ArgumentException("ConverseRequest.OutputConfig.TextFormat is made from the type: leave it out.", nameof(request));
        }

        var form = new StructuredOutputForm<T>(typeInfo);
        ModelRules rules = ModelRules.For(model);
        StructuredOutputMode mode = StructuredOutputSupport.Choose(structured.Mode, rules, request, form.Schema);
        ConverseResponse response =
            await client.ConverseAsync(model, form.Apply(request, mode, structured, rules), options, cancellationToken).ConfigureAwait(false);
        try
        {
            return new ConverseResponse<T>(form.Read(response, mode, name), response, mode);
        }
        catch (BedrockStructuredOutputException e)
        {
            e.AddContext("Converse", model.Value, null, 0, null);
            throw;
        }
    }

    /// <inheritdoc cref="ConverseAsync{T}(IBedrockClient, ModelId, ConverseRequest, JsonTypeInfo{T}, StructuredOutputOptions, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken) =>
        client.ConverseAsync(model, request, typeInfo, null, null, cancellationToken);
}
