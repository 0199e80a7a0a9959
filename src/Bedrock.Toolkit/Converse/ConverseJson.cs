namespace Bedrock.Toolkit.Converse;

/// <summary>The metadata of Converse with the one thing that attributes cannot say: a request without messages leaves the member out.</summary>
internal static class ConverseJson
{
    /// <summary>For <see cref="BedrockJson"/>.</summary>
    public static IJsonTypeInfoResolver Resolver { get; } = ((IJsonTypeInfoResolver)ConverseJsonContext.Default).WithAddedModifier(LeaveEmptyMessagesOut);

    /// <summary>How a request is written and read.</summary>
    public static JsonTypeInfo<ConverseRequest> Request { get; } = CreateRequest();

    /// <summary>How a response is read.</summary>
    public static JsonTypeInfo<ConverseResponse> Response => ConverseJsonContext.Default.ConverseResponse;

    private static JsonTypeInfo<ConverseRequest> CreateRequest()
    {
        var options = new System.Text.Json.JsonSerializerOptions(ConverseJsonContext.Default.Options) { TypeInfoResolver = Resolver };
        options.MakeReadOnly();
        return (JsonTypeInfo<ConverseRequest>)options.GetTypeInfo(typeof(ConverseRequest));
    }

    // A managed prompt has messages of its own, and then the request may have none.
    private static void LeaveEmptyMessagesOut(JsonTypeInfo info)
    {
        if (info.Type != typeof(ConverseRequest))
        {
            return;
        }

        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (property.Name == "messages")
            {
                property.ShouldSerialize = static (_, value) => value is IList<Message> { Count: > 0 };
            }
        }
    }
}
