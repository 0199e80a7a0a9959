namespace Bedrock.Toolkit.AsyncInvoke;

public sealed partial class StartAsyncInvokeRequest
{
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
