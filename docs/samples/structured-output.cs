#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Information extraction: an answer as a typed object. A check counts, field by field, how often it is what a person reads.
//   dotnet run docs/samples/structured-output.cs             against the embedded server, no AWS account needed
//   dotnet run docs/samples/structured-output.cs -- --aws    against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/structured-output.cs -- --break  gives the model half of each text, so that the check fails (exit code 2)
// The simulated model takes what stands in quotes for a text, the first number for a number, and true for yes or no: so it reads the last letter wrong.
// What a real model reads out of words can only be seen with --aws.
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

// Texts with what a person reads in them. Put thirty or more of your own here: four say little.
(string Text, Booking Right)[] letters =
[
    ("Please book a table for 4 people at \"Chez Ama\".", new() { Restaurant = "Chez Ama", Guests = 4, Terrace = true }),
    ("\"The Oar\", tonight, we are 2.", new() { Restaurant = "The Oar", Guests = 2, Terrace = true }),
    ("Could 12 of us come to \"Casa Lund\" and sit in the open air?", new() { Restaurant = "Casa Lund", Guests = 12, Terrace = true }),
    ("A table for 3 at \"Chez Ama\", inside please.", new() { Restaurant = "Chez Ama", Guests = 3, Terrace = false }),
];
(string Field, double Least, Func<Booking, object> Read)[] fields =
[
    ("restaurant", 0.9, booking => booking.Restaurant), ("guests", 0.9, booking => booking.Guests), ("terrace", 0.7, booking => booking.Terrace),
];

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

try
{
    // The first model takes a schema for its answer, the second is made to call a tool: the code is the same.
    List<string> faults = [];
    foreach (ModelId model in (ModelId[])["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us.amazon.nova-lite-v1:0"])
    {
        List<(Booking Right, Booking Read)> read = [];
        foreach ((string text, Booking right) in letters)
        {
            string given = args.Contains("--break") ? text[..(text.Length / 2)] : text;
            ConverseResponse<Booking> answer = await bedrock.ConverseAsync(model, ConverseRequest.For(given, maxTokens: 300), BookingJson.Default.Booking);
            Booking booking = answer.Value;
            if (read.Count == 0)
            {
                Console.WriteLine($"{model} ({answer.Mode})");
            }

            Console.WriteLine($"  {booking.Restaurant}, {booking.Guests} guests, {(booking.Terrace ? "outside" : "inside")}");
            Console.WriteLine($"  {answer.Response.Usage?.InputTokens} tokens in, {answer.Response.Usage?.OutputTokens} out");
            read.Add((right, booking));
        }

        foreach ((string field, double least, Func<Booking, object> value) in fields)
        {
            double accuracy = read.Average(pair => value(pair.Right).Equals(value(pair.Read)) ? 1.0 : 0.0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  field accuracy: {field} {accuracy:0.00}"));
            if (accuracy < least)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{model}: accuracy of {field} is {accuracy:0.00}, at least {least:0.00}"));
            }
        }
    }

    if (faults.Count > 0)
    {
        Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
        return 2;
    }

    Console.WriteLine($"quality: every field is read well enough in {letters.Length} texts");
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
