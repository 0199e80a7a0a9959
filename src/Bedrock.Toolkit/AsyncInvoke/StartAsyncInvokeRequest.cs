using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>A job for a model that writes its output to S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html</remarks>
public sealed partial class StartAsyncInvokeRequest : BedrockObject
{
    /// <summary>Makes the start happen once, however often it is sent.</summary>
    /// <value>1 to 256 printable ASCII characters without blanks; when null, a new one is made for each call and kept over its attempts. Set one to
    /// repeat the call yourself.</value>
    [JsonPropertyName("clientRequestToken")]
    public string? ClientRequestToken { get; set; }

    /// <summary>The model.</summary>
    /// <value>Required; an id or ARN of 1 to 256 characters.</value>
    [JsonPropertyName("modelId")]
    public required string ModelId { get; set; }

    /// <summary>What the model gets, in the format of the model.</summary>
    /// <value>Required; any JSON.</value>
    [JsonPropertyName("modelInput")]
    public required JsonElement ModelInput { get; set; }

    /// <summary>Where the output goes.</summary>
    /// <value>Required; a string such as <c>s3://bucket/prefix</c> converts.</value>
    [JsonPropertyName("outputDataConfig")]
    public required AsyncInvokeOutputDataConfig OutputDataConfig { get; set; }

    /// <summary>Tags of the job.</summary>
    /// <value>At most 200; omitted when null.</value>
    [JsonPropertyName("tags"), JsonConverter(typeof(AsyncInvokeListConverter<Tag>))]
    public IList<Tag>? Tags { get; set; }

    /// <summary>A job for a typed model.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="input">The model's request; written as JSON now, so that later changes have no effect.</param>
    /// <param name="output">Where the output goes; a string such as <c>s3://bucket/prefix</c> converts.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The input would surely be refused, or cannot be written; the message names the member and the rule.</exception>
    public static StartAsyncInvokeRequest For<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest input, AsyncInvokeOutputDataConfig output)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Create(model.Id, model.RequestTypeInfo, model.CheckRequest, input, output);
    }

    /// <summary>A job for a model that is only called asynchronously.</summary>
    /// <typeparam name="TInput">The model input.</typeparam>
    /// <param name="model">The model, such as <c>LumaModels.Ray2</c>.</param>
    /// <param name="input">The model input; written as JSON now, so that later changes have no effect.</param>
    /// <param name="output">Where the output goes; a string such as <c>s3://bucket/prefix</c> converts.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The input would surely be refused, or cannot be written; the message names the member and the rule.</exception>
    public static StartAsyncInvokeRequest For<TInput>(AsyncModel<TInput> model, TInput input, AsyncInvokeOutputDataConfig output)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Create(model.Id, model.InputTypeInfo, model.CheckInput, input, output);
    }

    /// <summary>The same request with a token; the object itself stays as it is, so that the next call with it is another job.</summary>
    internal StartAsyncInvokeRequest WithToken()
    {
        if (ClientRequestToken is not null)
        {
            return this;
        }

        var copy = (StartAsyncInvokeRequest)MemberwiseClone();
        copy.ClientRequestToken = Guid.NewGuid().ToString();
        return copy;
    }

    private static StartAsyncInvokeRequest Create<TInput>(
        ModelId id, JsonTypeInfo<TInput> info, Action<TInput>? check, TInput input, AsyncInvokeOutputDataConfig output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        check?.Invoke(input);
        using var buffer = new PooledBuffer();
        ApiCalls.Write(buffer, input, info);
        return new StartAsyncInvokeRequest { ModelId = id.Value, ModelInput = JsonElement.Parse(buffer.WrittenSpan), OutputDataConfig = output };
    }
}

/// <summary>A tag of a resource.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tag.html</remarks>
public sealed partial class Tag : BedrockObject
{
    /// <summary>The key.</summary>
    /// <value>Required; 1 to 128 characters.</value>
    [JsonPropertyName("key")]
    public required string Key { get; set; }

    /// <summary>The value.</summary>
    /// <value>Required; at most 256 characters.</value>
    [JsonPropertyName("value")]
    public required string Value { get; set; }
}
