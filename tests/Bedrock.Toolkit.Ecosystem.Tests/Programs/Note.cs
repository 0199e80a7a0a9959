namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>What is stored: the vector is given as what it is made of.</summary>
internal sealed class Note
{
    public required int Id { get; set; }

    public required string Text { get; set; }

    /// <summary>A text or a picture.</summary>
    public object? Vector { get; set; }
}
