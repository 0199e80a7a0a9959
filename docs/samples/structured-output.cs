#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// An answer as a typed object.
//   dotnet run docs/samples/structured-output.cs             against the embedded server, no AWS account needed
//   dotnet run docs/samples/structured-output.cs -- --aws    against AWS, with the Region and credentials of the normal AWS chain
using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

try
{
    // The first model takes a schema for its answer, the second is made to call a tool: the code is the same.
    foreach (ModelId model in (ModelId[])["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us.amazon.nova-lite-v1:0"])
    {
        ConverseRequest request = ConverseRequest.For("Please book a table for 4 people at \"Chez Ama\".", maxTokens: 300);
        ConverseResponse<Booking> answer = await bedrock.ConverseAsync(model, request, BookingJson.Default.Booking);

        Booking booking = answer.Value;
        Console.WriteLine($"{model} ({answer.Mode})");
        Console.WriteLine($"  {booking.Restaurant}, {booking.Guests} guests, {(booking.Terrace ? "outside" : "inside")}");
        Console.WriteLine($"  {answer.Response.Usage?.InputTokens} tokens in, {answer.Response.Usage?.OutputTokens} out");
    }

    return 0;
}
catch (BedrockStructuredOutputException e)
{
    // The model wrote something else: it is all here.
    Console.Error.WriteLine($"{e.Message}\n{e.ReplyText}");
    return 1;
}
catch (BedrockAuthenticationException e)
{
    Console.Error.WriteLine($"No access to AWS: {e.Message}");
    return 1;
}
catch (BedrockConfigurationException e)
{
    Console.Error.WriteLine($"The settings are not complete: {e.Message}");
    return 1;
}

internal sealed class Booking
{
    [Description("The name of the restaurant.")]
    public required string Restaurant { get; set; }

    [Description("How many people come.")]
    public required int Guests { get; set; }

    [Description("Whether they want to sit outside; true when they did not say.")]
    public bool Terrace { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Booking))]
internal sealed partial class BookingJson : JsonSerializerContext;
