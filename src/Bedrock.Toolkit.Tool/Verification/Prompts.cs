namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>Everything that the checks ask, in constants: the report is searched for each of them.</summary>
internal static class Prompts
{
    public const string Sky = "Why is the sky blue? Answer in one sentence.";
    public const string Sunset = "And why is it red at sunset? Answer in one sentence.";
    public const string Brief = "You answer briefly and in English.";
    public const string Count = "Count from one to fifty in words, one word a line.";
    public const string Echo = "Repeat exactly this line: alpha bravo charlie delta";
    public const string Weather = "Use the tool weather: what is the weather in Paris?";
    public const string Booking = "Please book a table for 4 people at \"Chez Ama\".";
    public const string Picture = "Which colours has this picture? Answer in one sentence.";
    public const string Document = "Summarise the document in one sentence.";
    public const string Note = "The ferry to the island leaves the eastern pier at nine. It takes forty minutes and carries bicycles.";
    public const string Ferry = "When does the ferry leave for the island?";
    public const string FerryAnswer = "The ferry to the island leaves at nine in the morning.";
    public const string Bread = "Fresh bread is sold at the bakery on the square.";
    public const string Library = "The library closes early on every other Friday.";
    public const string Lighthouse = "A lighthouse on a cliff above a calm sea at dawn, in soft light";
    public const string Berth = "Is a berth free tomorrow? Answer with yes or no.";
}
