using System.Text.Json;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MarketoSetupBot.Backend.Database;

/// <summary>An instant as UTC ticks of 100 ns.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>A value that is read and written as a whole. Values are immutable: a change is another instance.</summary>
internal sealed class AsJson<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, Wire.Json),
    text => JsonSerializer.Deserialize<T>(text, Wire.Json)!);
