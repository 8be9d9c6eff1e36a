// Loads calendars one after another with KOrganizer's library, and prints the resulting events.

#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QTextStream>
#include <QTimeZone>

int main(int count, char **files)
{
    KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone::utc()));
    KCalendarCore::ICalFormat format;
    for (int n = 1; n < count; n++) {
        if (!format.load(calendar, QString::fromLocal8Bit(files[n]))) {
            return 1;
        }
    }
    QTextStream out(stdout);
    for (const auto &event : calendar->rawEvents()) {
        out << event->dtStart().date().toString(Qt::ISODate) << ' ' << event->summary() << '\n';
    }
}
