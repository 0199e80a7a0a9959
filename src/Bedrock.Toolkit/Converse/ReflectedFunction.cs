using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Converse;

/// <summary>A function of any form as a tool: schema, arguments and answer by reflection. Immutable; thread-safe when the function is.</summary>
internal sealed class ReflectedFunction
{
    private readonly Delegate _function;
    private readonly Argument[] _arguments;
    private readonly bool _isWhole;
    private readonly bool _hasResult;
    private readonly Func<object?, JsonElement> _write;

    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public ReflectedFunction(Delegate function)
    {
        _function = function;
        _hasResult = function.Method.ReturnType is var given && given != typeof(Task) && given != typeof(ValueTask) && given != typeof(void);

        // A method that is closed over its first parameter has one more than the delegate.
        int count = function.GetType().GetMethod("Invoke")!.GetParameters().Length;
        _arguments = [.. function.Method.GetParameters()[^count..].Select(static parameter => new Argument(parameter))];
        Argument[] named = [.. _arguments.Where(static argument => argument.TypeInfo is not null)];
        _isWhole = named is [{ TypeInfo.Kind: JsonTypeInfoKind.Object }];
        Schema = _isWhole ? JsonSchemas.Of(named[0].TypeInfo!) : SchemaOf(named);
        _write = static value => value is null ? default : JsonSerializer.SerializeToElement(value, ReflectionJson.TypeInfo(value.GetType()));
    }

    /// <summary>The schema of the input.</summary>
    public JsonElement Schema { get; }

    /// <summary>Runs the function for one call.</summary>
    public async Task<ToolResultBlock> RunAsync(ToolUseBlock call, CancellationToken cancellationToken)
    {
        object?[] values = [.. _arguments.Select(argument => argument.ValueOf(call, _isWhole, cancellationToken))];
        object? answer;
        try
        {
            answer = _function.DynamicInvoke(values);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }

        return await ResultOf(answer, _hasResult).ConfigureAwait(false) switch
        {
            ToolResultBlock whole => whole,
            string text => ToolResultBlock.For(call, new ToolResultText(text)),
            JsonElement { ValueKind: not JsonValueKind.Undefined } json => ToolResultBlock.For(call, new ToolResultJson(Replay.Wrap(json))),
            object value => ToolResultBlock.For(call, new ToolResultJson(Replay.Wrap(_write(value)))),
            null => ToolResultBlock.For(call, new ToolResultJson(RawJson.EmptyObject)),
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Made only by methods that say that they need reflection.")]
    private static async Task<object?> ResultOf(object? answer, bool hasResult)
    {
        switch (answer)
        {
            case Task task:
                await task.ConfigureAwait(false);
                Type type = task.GetType();
                for (; type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)); type = type.BaseType!)
                {
                }

                // What a method without a result gives can have one at run time, of a type of the runtime's own.
                return type is null || !hasResult ? null : type.GetProperty("Result")!.GetValue(task);

            case ValueTask task:
                await task.ConfigureAwait(false);
                return null;

            case not null when answer.GetType() is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return await ResultOf(generic.GetMethod("AsTask")!.Invoke(answer, null), hasResult).ConfigureAwait(false);

            default:
                return answer;
        }
    }

    private static JsonElement SchemaOf(Argument[] arguments)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (Argument argument in arguments)
        {
            JsonNode? schema = JsonNode.Parse(JsonSchemas.Of(argument.TypeInfo!).GetRawText());
            if (argument.Description is { } description)
            {
                JsonObject described = schema as JsonObject ?? [];
                described.Remove("description");
                described.Insert(0, "description", description);
                schema = described;
            }

            properties[argument.Name] = schema;
            if (!argument.IsOptional)
            {
                required.Add((JsonNode)argument.Name);
            }
        }

        return JsonSchemas.ToElement(new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required });
    }

    private sealed class Argument
    {
        private readonly ParameterInfo _parameter;

        [RequiresUnreferencedCode(ReflectionJson.Trimming)]
        [RequiresDynamicCode(ReflectionJson.Compiling)]
        public Argument(ParameterInfo parameter)
        {
            _parameter = parameter;
            if (parameter.ParameterType.IsByRef || string.IsNullOrEmpty(parameter.Name))
            {
                throw new ArgumentException($"Parameter {parameter.Position} of the tool's function must have a name and be neither ref nor out.", "run");
            }

            bool isGiven = parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == typeof(ToolUseBlock);
            TypeInfo = isGiven ? null : ReflectionJson.TypeInfo(parameter.ParameterType);
        }

        /// <summary>How it is read; null for what is handed in by the library.</summary>
        public JsonTypeInfo? TypeInfo { get; }

        public string Name => _parameter.Name!;

        public bool IsOptional => _parameter.HasDefaultValue;

        public string? Description => _parameter.GetCustomAttribute<DescriptionAttribute>()?.Description;

        public object? ValueOf(ToolUseBlock call, bool isWhole, CancellationToken cancellationToken)
        {
            if (TypeInfo is null)
            {
                return _parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : call;
            }

            if (isWhole)
            {
                return call.Input.Deserialize(TypeInfo) ?? throw new JsonException("The input is the JSON null.", "$", null, null);
            }

            return call.Input.ValueKind == JsonValueKind.Object && call.Input.TryGetProperty(Name, out JsonElement value) ? value.Deserialize(TypeInfo)
                : IsOptional ? _parameter.DefaultValue
                : throw new JsonException($"The input has no member '{Name}'.", "$", null, null);
        }
    }
}
